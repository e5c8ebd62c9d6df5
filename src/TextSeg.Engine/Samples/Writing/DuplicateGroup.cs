namespace TextSeg.Engine.Samples.Writing;

/// <summary>A post and the copies that are still to be made of it; it counts as a group once there is one.</summary>
internal sealed class DuplicateGroup(SamplePost original, int copiesWanted)
{
    public SamplePost Original { get; } = original;

    public int CopiesLeft { get; private set; } = copiesWanted;

    public bool IsCopied { get; private set; }

    public void CountCopy()
    {
        CopiesLeft--;
        IsCopied = true;
    }
}

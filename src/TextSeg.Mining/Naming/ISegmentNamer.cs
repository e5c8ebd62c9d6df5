namespace TextSeg.Mining.Naming;

/// <summary>Gives segments a name and a description. Implementations keep nothing of a segment: the same evidence gives the same name.</summary>
public interface ISegmentNamer
{
    /// <summary>Names one segment from evidence alone; the result keeps <see cref="SegmentEvidence.Rules"/> with <see cref="SegmentEvidence.TakenNames"/>.</summary>
    Task<SegmentName> NameAsync(SegmentEvidence evidence, CancellationToken cancellation);
}

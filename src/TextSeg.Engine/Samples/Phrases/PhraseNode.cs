using System.Globalization;

namespace TextSeg.Engine.Samples.Phrases;

/// <summary>A piece of a phrase that can write itself once, by chance, into an expansion.</summary>
internal abstract class PhraseNode
{
    public abstract void Write(Expansion expansion);
}

internal sealed class LiteralNode(string text) : PhraseNode
{
    public override void Write(Expansion expansion) => expansion.Append(text);
}

internal sealed class SequenceNode(PhraseNode[] parts) : PhraseNode
{
    public override void Write(Expansion expansion)
    {
        foreach (var part in parts)
        {
            part.Write(expansion);
        }
    }
}

internal sealed class ChoiceNode(PhraseNode[] options) : PhraseNode
{
    public override void Write(Expansion expansion) => options[expansion.Dice.Below(options.Length)].Write(expansion);
}

internal sealed class NumberNode(int low, int high) : PhraseNode
{
    public override void Write(Expansion expansion) => expansion.Append(expansion.Dice.Between(low, high).ToString(CultureInfo.InvariantCulture));
}

internal sealed class RuleNode(Rule rule) : PhraseNode
{
    public override void Write(Expansion expansion) => expansion.Write(rule);
}

internal sealed class SlotNode(string name) : PhraseNode
{
    public override void Write(Expansion expansion) => expansion.WriteSlot(name);
}

namespace TextSeg.Engine.Subscriptions;

/// <summary>A topic that members write about with more and more frustration. Numbers and ids only: who may read the topic finds its name by the id.</summary>
/// <param name="Run">The run that found it.</param>
/// <param name="Topic">The topic's id in that run.</param>
/// <param name="Since">When the rise began.</param>
/// <param name="Before">Share of frustrated members before, 0 to 1.</param>
/// <param name="After">Share since then, 0 to 1.</param>
/// <param name="QValue">Expected share of false warnings among those as strong.</param>
public sealed record RisingTopic(long Run, string Topic, DateTimeOffset Since, double Before, double After, double QValue);

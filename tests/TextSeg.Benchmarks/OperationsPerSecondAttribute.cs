using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;

namespace TextSeg.Benchmarks;

/// <summary>Adds a column with operations a second.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OperationsPerSecondAttribute() : ColumnConfigBaseAttribute(StatisticColumn.OperationsPerSecond);

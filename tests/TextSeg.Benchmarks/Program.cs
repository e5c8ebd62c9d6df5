using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using TextSeg.Benchmarks;

// Everything runs in this process: nothing is generated or built again, so that a clone without network can measure.
// One call of a benchmark is long enough to be timed by itself.
var job = Job.Default
    .WithToolchain(InProcessNoEmitToolchain.Instance)
    .WithStrategy(RunStrategy.Monitoring)
    .WithWarmupCount(2)
    .WithIterationCount(5);
var settings = DefaultConfig.Instance
    .AddJob(job)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Max)
    .HideColumns("Error", "StdDev", "Median", "RatioSD")
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40));
if (!SharedTexts.AreHere)
{
    Console.Error.WriteLine("Left out: benchmarks that need the folder shared. Put it beside the clone, or name it in TEXTSEG_SHARED.");
    settings = settings.AddFilter(new SimpleFilter(benchmark => !benchmark.Descriptor.HasCategory(SharedTexts.Category)));
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, settings);

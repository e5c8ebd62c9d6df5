using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TextSeg.Engine.Consumers;
using TextSeg.Engine.Messages;
using TextSeg.Server.Observability;

namespace TextSeg.Server.Tests.Observability;

/// <summary>A consumer fails with an exception that quotes a post; log, traces and the fault that the bus tells of it hold none of it.</summary>
public sealed class WordlessFaultsTests
{
    private const string Word = "quillbrandstage";

    [Fact]
    public async Task WhatAnExceptionQuotesComesOutNowhere()
    {
        var (log, activities, faults) = (new Lines(), new ConcurrentBag<Activity>(), new Channel());
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "MassTransit", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace)).AddSingleton(faults).AddSingleton<WordlessFaults>().AddMassTransit(bus =>
        {
            bus.AddConsumer<Failing, FailingDefinition>();
            bus.AddConsumer<Hearing>();
            bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
        }).BuildServiceProvider();
        var control = services.GetRequiredService<IBusControl>();
        await control.StartAsync(TestContext.Current.CancellationToken);
        await control.Publish(new PostsArrived("ours"), TestContext.Current.CancellationToken);
        var told = await faults.Told.Task.WaitAsync(TestContext.Current.CancellationToken);
        await control.StopAsync(TestContext.Current.CancellationToken);

        string.Join(' ', told.Exceptions.Select(fault => $"{fault.Message} {fault.InnerException?.Message}")).ShouldContain(typeof(FormatException).FullName!);
        string.Join(' ', told.Exceptions.Select(fault => $"{fault.Message} {fault.InnerException?.Message}")).ShouldNotContain(Word);
        log.Text.ShouldContain("Work that PostsArrived told of failed");
        log.Text.ShouldNotContain(Word);
        activities.ShouldNotBeEmpty();
        activities.SelectMany(activity => activity.Events.SelectMany(entry => entry.Tags).Concat(activity.TagObjects).Select(tag => $"{tag.Value}").Append($"{activity.StatusDescription}")).ShouldNotContain(text => text.Contains(Word, StringComparison.Ordinal));
    }

    private sealed class Channel
    {
        public TaskCompletionSource<Fault<PostsArrived>> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Failing(WordlessFaults faults) : IConsumer<PostsArrived>
    {
        public Task Consume(ConsumeContext<PostsArrived> context) =>
            faults.GuardAsync(context.Message, () => throw new FormatException($"The post '{Word}' could not be read.", new InvalidOperationException(Word)));
    }

    private sealed class FailingDefinition : ConsumerDefinition<Failing>
    {
        protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<Failing> consumerConfigurator, IRegistrationContext context) =>
            endpointConfigurator.UseMessageRetry(retry => retry.Immediate(2));
    }

    private sealed class Hearing(Channel channel) : IConsumer<Fault<PostsArrived>>
    {
        public Task Consume(ConsumeContext<Fault<PostsArrived>> context)
        {
            channel.Told.TrySetResult(context.Message);
            return Task.CompletedTask;
        }
    }

    /// <summary>All that is logged, as the service writes it.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var output = new StringWriter();
            new WordlessFormatter(TimeProvider.System).Write(new Microsoft.Extensions.Logging.Abstractions.LogEntry<TState>(logLevel, "", eventId, state, exception, formatter), null, output);
            _lines.Enqueue(output.ToString());
        }

        public void Dispose()
        {
        }
    }
}

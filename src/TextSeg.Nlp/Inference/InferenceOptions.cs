namespace TextSeg.Nlp.Inference;

/// <summary>How an encoder or a classifier uses the machine. None of it changes which texts share a batch but <see cref="TokensPerBatch"/>.</summary>
public sealed class InferenceOptions
{
    /// <summary>Batches run at the same time, 0 to 256; 0 = as many as the machine has processors. Default 0.</summary>
    public int Threads { get; set; }

    /// <summary>
    /// Tokens in one batch, padding included, 1 to 1,048,576; a longer text makes a batch of its own. Default 1,024: on two cores larger
    /// batches gave no more texts a second and took more memory. 1 = each text by itself.
    /// </summary>
    public int TokensPerBatch { get; set; } = 1024;

    /// <summary>Every fault of the settings in one exception.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Threads is < 0 or > 256)
        {
            faults.Add($"Threads must be 0 to 256 and is {Threads}");
        }

        if (TokensPerBatch is < 1 or > 1 << 20)
        {
            faults.Add($"TokensPerBatch must be 1 to 1,048,576 and is {TokensPerBatch}");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException("Options of the model: " + string.Join("; ", faults) + ".");
        }
    }

    /// <summary>The limit of threads, as loops want it.</summary>
    internal ParallelOptions Limit(CancellationToken cancellation) => new()
    {
        MaxDegreeOfParallelism = Threads == 0 ? Environment.ProcessorCount : Threads,
        CancellationToken = cancellation,
    };
}

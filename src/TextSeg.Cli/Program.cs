return await TextSeg.Cli.CommandLine.RunAsync(args);

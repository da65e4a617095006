using Throughline.Bench;

return await BenchCommands.RunAsync(args);

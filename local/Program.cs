using Crisis.Local.Commands;

return await CrisisCommandLine.RunAsync(args);

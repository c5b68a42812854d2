using Azure.Core.Serialization;
using Crisis.Core;
using Crisis.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.Configure<WorkerOptions>(worker => worker.Serializer = new JsonObjectSerializer(CrisisJson.Options));

var settings = new AppSettings(builder.Configuration);
StartCheck.Run(settings);
builder.Services
    .AddObserving(settings)
    .AddStores(settings)
    .AddSources(settings)
    .AddSentiment(settings)
    .AddEscalation(settings)
    .AddNoticeChannels(settings)
    .AddPages(settings)
    .AddPipeline()
    .AddUpkeep();

await builder.Build().RunAsync();

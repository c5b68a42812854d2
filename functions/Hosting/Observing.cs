using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Crisis.Functions.Hosting;

/// <summary>Traces and metrics by OpenTelemetry; to Application Insights where there is a connection string.</summary>
public static class Observing
{
    public static IServiceCollection AddObserving(this IServiceCollection services, AppSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton<AppTraces>();
        services.AddSingleton<AppMetrics>();
        var telemetry = services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(AppTraces.SourceName).AddSource("Azure.*"))
            .WithMetrics(metrics => metrics.AddMeter(AppMetrics.MeterName))
            .UseFunctionsWorkerDefaults();
        if (settings.ApplicationInsights is not { } connection) return services;
        telemetry.WithTracing(traces => traces.AddAzureMonitorTraceExporter(options => Reach(options, connection, settings)));
        telemetry.WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(options => Reach(options, connection, settings)));
        return services;
    }

    // Local authentication of Application Insights is off: the app's identity vouches for what it sends.
    private static void Reach(AzureMonitorExporterOptions options, string connection, AppSettings settings)
    {
        options.ConnectionString = connection;
        options.Credential = Azure.AzureCredentials.Of(settings);
    }
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextSeg.Engine.Reports;

/// <summary>Writes the report as one HTML file that opens from disk, with styles, script, charts and data inside it and nothing fetched.</summary>
public static class ReportWriter
{
    // The default encoder escapes <, > and &, so no text of a post can close the script element that holds the data.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes the report to <paramref name="path"/>; an existing file is replaced only once the new one is whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(ReportModel model, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, "." + Path.GetFileName(path) + ".part");
        try
        {
            using (var writer = new StreamWriter(draft))
            {
                Write(model, writer);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes the report's HTML.</summary>
    public static void Write(ReportModel model, TextWriter writer)
    {
        foreach (var part in Resource("report.html").Split("<!--part:"))
        {
            var end = part.IndexOf("-->", StringComparison.Ordinal);
            if (end < 0)
            {
                writer.Write(part);
                continue;
            }

            writer.Write(part[..end] switch
            {
                "title" => System.Net.WebUtility.HtmlEncode(model.Title),
                "style" => Resource("report.css"),
                "charts" => Resource("echarts.min.js"),
                "data" => JsonSerializer.Serialize(model, Json),
                var script => Resource(script),
            });
            writer.Write(part[(end + 3)..]);
        }
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("TextSeg.Report." + name)
            ?? throw new InvalidOperationException($"The report's part {name} is not in this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

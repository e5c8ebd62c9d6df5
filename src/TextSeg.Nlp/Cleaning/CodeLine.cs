using System.Buffers;
using System.Text.RegularExpressions;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Says how much a line looks like program code or a line of a log.</summary>
internal static partial class CodeLine
{
    private const string Telling = "{}()[]<>=;*&|\\_#$%^~";
    private const int MostWordsOfCode = 9;

    private static readonly SearchValues<char> BracketMarks = SearchValues.Create("{}();,[]");

    private static readonly SearchValues<char> PathMarks = SearchValues.Create("/\\_(=");

    private static readonly SearchValues<char> Symbols = SearchValues.Create("{}()[]<>=;:*&|!+-/\\\"'_#$%^~,.@0123456789");

    /// <summary>How sure the look of the line is.</summary>
    internal enum Look
    {
        /// <summary>A line of words.</summary>
        Words,

        /// <summary>Code only beside other code.</summary>
        MaybeCode,

        /// <summary>Code by itself.</summary>
        Code,
    }

    /// <summary>The look of one line, without its line end; white space at its ends is ignored.</summary>
    public static Look Judge(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length == 0)
        {
            return Look.MaybeCode;
        }

        if (line.Length > 2000)
        {
            return Look.Words;
        }

        bool structured = HasStructure(line);
        if (LogLine().IsMatch(line) || DirectiveLine().IsMatch(line))
        {
            return Look.Code;
        }

        if (LevelLine().IsMatch(line))
        {
            return line.ContainsAny(PathMarks) ? Look.Code : Look.MaybeCode;
        }

        if (line.IndexOfAnyExcept(BracketMarks) < 0)
        {
            return line.ContainsAny("{}") ? Look.Code : Look.MaybeCode;
        }

        int words = PlainWords(line);
        double telling = ShareOf(line, Telling);
        bool endsStatement = line[^1] is ';' or '{' or '}';
        bool tag = line[0] == '<' && line[^1] == '>' && (line.Contains('=') || line.Contains('/'));
        if (words <= MostWordsOfCode && ((endsStatement && structured && telling >= 0.06) || (tag && words <= 4)))
        {
            return Look.Code;
        }

        return words <= MostWordsOfCode && ((structured && telling >= 0.10) || CodeStart().IsMatch(line)) ? Look.MaybeCode : Look.Words;
    }

    /// <summary>Share of characters, white space left out, that code is full of and prose is not.</summary>
    public static double ShareOfSymbols(ReadOnlySpan<char> text) => ShareOf(text, Telling);

    private static double ShareOf(ReadOnlySpan<char> text, string set)
    {
        int hits = 0;
        int all = 0;
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                all++;
                hits += set.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)hits / all;
    }

    /// <summary>True for a call, an assignment, a member or a block: what no sentence holds.</summary>
    private static bool HasStructure(ReadOnlySpan<char> line)
    {
        if (line.Contains("::", StringComparison.Ordinal) || line.Contains("->", StringComparison.Ordinal) || line.ContainsAny("={}"))
        {
            return true;
        }

        int bracket = line.IndexOfAny("([");
        return bracket > 0 && (char.IsLetterOrDigit(line[bracket - 1]) || line[bracket - 1] is '_' or '>') && line[bracket..].ContainsAny(")]");
    }

    /// <summary>Words between blanks made of letters only (a sentence mark behind them allowed).</summary>
    private static int PlainWords(ReadOnlySpan<char> line)
    {
        int count = 0;
        foreach (Range range in line.Split(' '))
        {
            ReadOnlySpan<char> word = line[range].TrimEnd(".,!?:");
            count += word.Length > 0 && word.IndexOfAny(Symbols) < 0 ? 1 : 0;
        }

        return count;
    }

    [GeneratedRegex(
        @"^(\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d([.,]\d+)?\]? |\[\w{3} \w{3} +\d{1,2} \d\d:\d\d:\d\d|\[? *\d{1,3}%\]"
        + @"|[EWIDV]/[\w.-]+ *\(|at [\w$<>]+\.[\w.$<>]+\(|Traceback \(|File ""|Caused by: |Exception in thread"
        + @"|#\d+ +(0x|\w+ \()|make(\[\d+\])?: \*\*\*|CMake (Error|Warning)|-- (Found|Looking|Check|Performing|Configuring|Build) "
        + @"|…?(/?[\w.+-]+[/\\])*[\w.+-]+\.\w{1,4}([:(]\d+)+\)?:|[\w./\\:-]+: (fatal )?(error|warning)( [A-Z]+\d+)?:|undefined reference to |0x[0-9a-fA-F]{4,})",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LogLine();

    [GeneratedRegex(
        @"^(#(include|define|ifdef|ifndef|if|endif|else|pragma|version|import)\b|using (namespace )?[\w.:]+;|import \w+[.;{][\w.*{};]*$|//|/\*|\*/"
        + @"|<\?(xml|php)|</?\w+>$|(public|private|protected):$|(public|private|protected|static|virtual|void|class|struct|template|namespace|function|def) ?\S+ ?[\w<>:]* ?[({:]$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DirectiveLine();

    [GeneratedRegex(@"^\[?(ERROR|WARN|WARNING|INFO|DEBUG|FATAL|TRACE)\]?:? ", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LevelLine();

    [GeneratedRegex(@"^(if ?\(|for ?\(|while ?\(|switch ?\(|else$|else if|return [\w.]+;|case \w+:|default:|def \w+\(|end$|local \w+ ?=|(var|let|const|auto|int|float|bool|void) \w+ ?[=;(])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex CodeStart();
}

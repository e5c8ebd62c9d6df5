using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace TextSeg.Nlp.Privacy;

/// <summary>
/// Finds IP addresses. Four small numbers with points (the first below 10, all below 100) are a version unless a word such as "server" or a port is near;
/// after "version", "v", "release" and the like they always are. Loopback and unspecified addresses point to nobody and stay.
/// </summary>
internal static partial class IpAddressFinder
{
    private const int Before = 30;

    public static void Find(string text, List<FoundData> found)
    {
        foreach (ValueMatch match in FourNumbers().EnumerateMatches(text))
        {
            int end = match.Index + match.Length;
            if (StandsAlone(text, match.Index, end) && IsAddress(text, match.Index, end))
            {
                found.Add(new FoundData(PersonalDataKind.IpAddress, new TextSpan(match.Index, end)));
            }
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            FindVersion6(text, found);
        }
    }

    private static bool StandsAlone(string text, int start, int end)
    {
        bool before = start == 0 || !(WordEdge.Joins(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '\\' || (text[start - 1] == '/' && (start < 2 || text[start - 2] != '/')));
        bool after = end == text.Length || !(WordEdge.Joins(text[end]) || text[end] is '_' or '-' || (text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));
        return before && after;
    }

    private static bool IsAddress(string text, int start, int end)
    {
        if (!IPAddress.TryParse(text.AsSpan(start, end - start), out IPAddress? address))
        {
            return false;
        }

        byte[] bytes = address.GetAddressBytes();
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, start - Before), start - Math.Max(0, start - Before));
        if (bytes[0] is 0 or 127 or 255 || VersionWord().IsMatch(before))
        {
            return false;
        }

        bool port = end + 1 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]);
        bool small = bytes[0] < 10 && bytes.All(part => part < 100) && (start == 0 || text[start - 1] != '[');
        return !small || port || NetWord().IsMatch(before);
    }

    private static void FindVersion6(string text, List<FoundData> found)
    {
        foreach (ValueMatch match in Groups6().EnumerateMatches(text))
        {
            int end = match.Index + match.Length;
            ReadOnlySpan<char> candidate = text.AsSpan(match.Index, match.Length);
            bool whole = (match.Index == 0 || !WordEdge.Joins(text[match.Index - 1])) && (end == text.Length || !WordEdge.Joins(text[end]));
            int groups = candidate.Count(':') + 1 - (candidate.IndexOf("::") >= 0 ? 1 : 0);
            if (whole && groups >= 3 && candidate.ContainsAnyInRange('0', '9') && candidate.Length >= 7
                && IPAddress.TryParse(candidate, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6)
            {
                found.Add(new FoundData(PersonalDataKind.IpAddress, new TextSpan(match.Index, end)));
            }
        }
    }

    [GeneratedRegex(@"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex FourNumbers();

    [GeneratedRegex(@"[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}[0-9A-Fa-f]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Groups6();

    [GeneratedRegex(@"(\b(v|ver|version|release|build|update|firmware|driver|sdk|ios|android|chrome|firefox|app|patch|versión|versão|versione|версия|wersja|sürüm)\.?|版本|バージョン|버전)[ :=#“""'(]*(is |to |from |of )?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex VersionWord();

    [GeneratedRegex(@"(^|[^\w\[])(ip|ipv4|address|host|server|ping|connect\w*|dns|gateway|subnet|router|proxy|netmask)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NetWord();
}

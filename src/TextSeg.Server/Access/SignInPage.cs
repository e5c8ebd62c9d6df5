using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TextSeg.Server.Access.OpenId;

namespace TextSeg.Server.Access;

/// <summary>The page to sign in at, with a button for a link, one for the provider, or a sentence that says what happened.</summary>
internal static class SignInPage
{
    private const string UseLink = """<form method="post" action="/sign-in"><input type="hidden" name="link" value="{0}"><button autofocus>Sign in</button></form>""";
    private const string UseProvider = $"""<p><a class="button" href="{ProviderSignIn.Path}">Sign in with your organisation</a></p>""";
    private const string GoOn = """<p><a class="button" href="/">Go on</a></p>""";
    private const string GoOnByItself = """<meta http-equiv="refresh" content="0;url=/">""";
    private const string HowToCome = "Open the link that an administrator gave you. On the machine of the service, 'textseg keys link' makes one.";

    private static readonly CompositeFormat LinkForm = CompositeFormat.Parse(UseLink);
    private static readonly string Template = Read();

    /// <summary>The page for somebody who is not signed in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="link">The secret of the link that was opened; null for none.</param>
    public static Task WriteAsync(HttpContext context, string? link)
    {
        var hasProvider = context.RequestServices.GetRequiredService<IOptions<ServiceOptions>>().Value.OpenId.IsUsed;
        return string.IsNullOrEmpty(link)
            ? WriteAsync(context, StatusCodes.Status200OK, hasProvider ? "Or open the link that an administrator gave you." : HowToCome, "", hasProvider ? UseProvider : "")
            : WriteAsync(context, StatusCodes.Status200OK, "This link signs you in once, for twelve hours, in this browser.", "", string.Format(null, LinkForm, WebUtility.HtmlEncode(link)));
    }

    /// <summary>The page with a sentence about what happened.</summary>
    public static Task WriteAsync(HttpContext context, int status, string sentence, bool goesOn = false) =>
        WriteAsync(context, status, sentence, goesOn ? GoOnByItself : "", goesOn ? GoOn : """<p><a href="/sign-in">Sign in</a></p>""");

    private static Task WriteAsync(HttpContext context, int status, string sentence, string head, string action)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "text/html; charset=utf-8");
        context.Response.Headers.ContentSecurityPolicy = ServicePages.Policy;
        return context.Response.WriteAsync(Template.Replace("{{head}}", head, StringComparison.Ordinal).Replace("{{sentence}}", WebUtility.HtmlEncode(sentence), StringComparison.Ordinal).Replace("{{action}}", action, StringComparison.Ordinal));
    }

    private static string Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("TextSeg.Pages.sign-in.html")!);
        return reader.ReadToEnd();
    }
}

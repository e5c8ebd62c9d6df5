namespace TextSeg.Nlp.Privacy;

/// <summary>What a masked stretch of text was.</summary>
public enum PersonalDataKind
{
    /// <summary>Address of e-mail, masked as <c>[email]</c>.</summary>
    Email,

    /// <summary>International bank account number with right check digits (ISO 13616), <c>[iban]</c>.</summary>
    Iban,

    /// <summary>Number of a payment card with a right check digit (ISO/IEC 7812, Luhn), <c>[card]</c>.</summary>
    Card,

    /// <summary>IP address, version 4 or 6, <c>[ip]</c>.</summary>
    IpAddress,

    /// <summary>Telephone number, <c>[phone]</c>.</summary>
    Phone,

    /// <summary>Street with a house number, <c>[address]</c>.</summary>
    StreetAddress,

    /// <summary>@name, <c>[handle]</c>.</summary>
    Handle,

    /// <summary>Name of a member of the workspace, <c>[name]</c>.</summary>
    MemberName,
}

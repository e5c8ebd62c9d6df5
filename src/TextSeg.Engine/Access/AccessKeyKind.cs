namespace TextSeg.Engine.Access;

/// <summary>What a secret is for.</summary>
public enum AccessKeyKind
{
    /// <summary>A program's key, sent with every request.</summary>
    Key,

    /// <summary>A link that signs in once.</summary>
    Link,

    /// <summary>A browser that has signed in.</summary>
    Session,
}

namespace TextSeg.Nlp.Privacy;

/// <summary>How one word that may be somebody's name is used in a corpus. Each post counts once.</summary>
internal sealed class NameUse
{
    /// <summary>Names are used by few of the authors, greetings and things by many.</summary>
    private const double MostAuthors = 0.03;
    private const int FewAuthors = 3;
    private const int Enough = 3;
    private const int EnoughForAPart = 2;
    private const double NearShare = 0.5;
    private const double NearLift = 3;
    private const int CapitalsToOneSmall = 3;

    private readonly HashSet<int> users = [];
    private readonly HashSet<int> places = [];
    private readonly HashSet<int> owners = [];
    private int signed;
    private int signedAsPart;
    private int capital;
    private int capitalNear;
    private int small;
    private int smallElsewhere;

    /// <summary>A member whose name is made of this word and others wrote in a thread; -1 for none.</summary>
    public void NotePlace(int thread, int author)
    {
        owners.Add(author);
        if (thread >= 0)
        {
            places.Add(thread);
        }
    }

    /// <summary>An author signed posts with it, some of them perhaps because it is a part of the author's name.</summary>
    public void NoteSignature(int author, int posts, int asPart)
    {
        owners.Add(author);
        signed = Math.Max(signed, posts);
        signedAsPart = Math.Max(signedAsPart, asPart);
    }

    /// <summary>A post uses it. What its owner says with it tells nothing: "catlover" writes of cats.</summary>
    public void Count(int? author, int thread, bool withCapital)
    {
        if (author is { } user)
        {
            users.Add(user);
            if (owners.Contains(user))
            {
                return;
            }
        }

        bool near = places.Contains(thread);
        capital += withCapital ? 1 : 0;
        capitalNear += withCapital && near ? 1 : 0;
        small += withCapital ? 0 : 1;
        smallElsewhere += withCapital || near ? 0 : 1;
    }

    /// <summary>An author signs with it, more often than others use it as an ordinary word, and few use it at all.</summary>
    public bool IsSignature(string word, int allAuthors)
    {
        bool isSigned = signed >= Enough || signedAsPart >= (word.Length < HandleParts.ShortestPart ? Enough : EnoughForAPart);
        return isSigned && smallElsewhere <= signed && users.Count <= Math.Max(FewAuthors, MostAuthors * allAuthors);
    }

    /// <summary>
    /// Others write it with a capital, and mostly where a member of that name takes part: in half of such posts, three times as often as chance would put it there.
    /// </summary>
    public bool IsSpokenName(int allPosts, IReadOnlyList<int> postsInThread)
    {
        if (capitalNear == 0 || capitalNear < NearShare * capital || small * CapitalsToOneSmall > capital)
        {
            return false;
        }

        double postsNear = places.Sum(thread => (double)postsInThread[thread]);
        return capitalNear * (double)allPosts >= NearLift * postsNear * capital;
    }
}

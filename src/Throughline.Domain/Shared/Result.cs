namespace Throughline.Domain.Shared;

/// <summary>Why an action was refused, in words the person who tried it can act on.</summary>
/// <param name="Message">One or two sentences: what is wrong and what to do. Shown as it is.</param>
/// <param name="Field">Name of the input the message belongs to, or null when it is about the whole action.</param>
public sealed record Refusal(string Message, string? Field = null);

/// <summary>Outcome of an action that a rule may refuse. Exceptions are for bugs; a refusal is an answer.</summary>
public sealed class Result
{
    private static readonly Result Accepted = new(null);

    private Result(Refusal? refusal) => Refusal = refusal;

    /// <summary>The reason, or null when the action was carried out.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when the action was carried out.</summary>
    public bool IsOk => Refusal is null;

    /// <summary>The action was carried out.</summary>
    public static Result Ok() => Accepted;

    /// <summary>The action was refused and changed nothing.</summary>
    public static Result Refused(string message, string? field = null) =>
        new(new Refusal(message, field));

    /// <summary>The action was carried out and made <paramref name="value"/>.</summary>
    public static Result<T> Ok<T>(T value) => new(value, null);

    /// <summary>The action was refused and made nothing.</summary>
    public static Result<T> Refused<T>(string message, string? field = null) =>
        new(default, new Refusal(message, field));

    /// <summary>Lets a rule return its refusal as it got it.</summary>
    public static implicit operator Result(Refusal refusal) => new(refusal);
}

/// <summary>Outcome of an action that makes something, unless a rule refuses it.</summary>
/// <typeparam name="T">What is made.</typeparam>
public sealed class Result<T>
{
    private readonly T? value;

    internal Result(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>The reason, or null when the action was carried out.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when the action was carried out.</summary>
    public bool IsOk => Refusal is null;

    /// <summary>What was made. Asking for it after a refusal is a bug.</summary>
    /// <exception cref="InvalidOperationException">The action was refused.</exception>
    public T Value =>
        Refusal is null ? value! : throw new InvalidOperationException(Refusal.Message);

    /// <summary>Lets a rule return its refusal as it got it.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

using System.Collections.Concurrent;

namespace Throughline.Data.Live;

/// <summary>
/// Who looks at what is going on in a unit hears from here that something changed, and looks again. It holds a count per
/// unit and no log: who was away compares counts. A count belongs to one process; after a restart every count is new.
/// </summary>
public sealed class ChangeFeed
{
    /// <summary>In the place of a unit: something that says who may do what changed, anywhere.</summary>
    public static readonly Guid Access = Guid.Empty;

    private const string NotesAlone = " notes";
    private const int IdLength = 36;

    private readonly ConcurrentDictionary<Guid, Topic> topics = new();
    private volatile bool isDeaf;

    /// <summary>True while other nodes may change something without being heard here.</summary>
    public bool IsDeaf
    {
        get => isDeaf;
        set => isDeaf = value;
    }

    /// <summary>Tells this process's counts from another's: a node's count says nothing about another node's.</summary>
    public string Epoch { get; } =
        Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));

    /// <summary>How often something changed in the unit since this process looks.</summary>
    public long VersionOf(Guid unitId) => Of(unitId).Version;

    /// <summary>How often something other than the notes of a meeting changed: they change as fast as people type.</summary>
    public long VersionBesidesNotesOf(Guid unitId) => Of(unitId).VersionBesidesNotes;

    /// <summary>Something changed in the unit.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="notesAlone">True when it was notes of a meeting and nothing else.</param>
    public void Changed(Guid unitId, bool notesAlone = false) => Of(unitId).Raise(notesAlone);

    /// <summary>How one node tells the others of a change.</summary>
    public string NoticeOf(Guid unitId, bool notesAlone = false) =>
        $"{Epoch}{unitId}{(notesAlone ? NotesAlone : "")}";

    /// <summary>Takes what a node tells. Its own it has known since it was saved: each would be rendered twice.</summary>
    public void Hear(string notice)
    {
        if (
            notice.Length >= Epoch.Length + IdLength
            && !notice.StartsWith(Epoch, StringComparison.Ordinal)
            && Guid.TryParse(notice.AsSpan(Epoch.Length, IdLength), out var unit)
        )
        {
            Changed(unit, notice.AsSpan(Epoch.Length + IdLength).SequenceEqual(NotesAlone));
        }
    }

    /// <summary>Anything may have changed anywhere, as after a time in which no news came through.</summary>
    public void ChangedAnywhere()
    {
        foreach (var topic in topics.Values)
        {
            topic.Raise(notesAlone: false);
        }
    }

    /// <summary>Returns the count as soon as it is another one than that seen last; after the time, the count as it is.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="seen">The count seen last.</param>
    /// <param name="atMost">The longest wait.</param>
    /// <param name="cancel">Ends the wait with an exception.</param>
    public Task<long> NextAsync(
        Guid unitId,
        long seen,
        TimeSpan atMost,
        CancellationToken cancel
    ) => Of(unitId).NextAsync(seen, atMost, cancel);

    private Topic Of(Guid unitId) => topics.GetOrAdd(unitId, static _ => new Topic());

    // All who wait for a unit wait on one task: a stream costs no queue of its own.
    private sealed class Topic
    {
        private readonly Lock gate = new();
        private TaskCompletionSource next = Fresh();
        private long version;
        private long versionBesidesNotes;

        public long Version => Volatile.Read(ref version);

        public long VersionBesidesNotes => Volatile.Read(ref versionBesidesNotes);

        public void Raise(bool notesAlone)
        {
            TaskCompletionSource told;
            lock (gate)
            {
                version++;
                versionBesidesNotes += notesAlone ? 0 : 1;
                (told, next) = (next, Fresh());
            }

            told.SetResult();
        }

        public async Task<long> NextAsync(long seen, TimeSpan atMost, CancellationToken cancel)
        {
            Task raised;
            lock (gate)
            {
                if (version != seen)
                {
                    return version;
                }

                raised = next.Task;
            }

            try
            {
                await raised.WaitAsync(atMost, cancel);
            }
            catch (TimeoutException)
            {
                // Nothing happened.
            }

            return Version;
        }

        private static TaskCompletionSource Fresh() =>
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

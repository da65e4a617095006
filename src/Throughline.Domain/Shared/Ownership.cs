namespace Throughline.Domain.Shared;

/// <summary>A row that belongs to one district. Queries are filtered by it and inserts are checked against it in one place.</summary>
public interface IDistrictOwned
{
    /// <summary>The district whose row this is.</summary>
    Guid DistrictId { get; }
}

/// <summary>A thing that two people may edit at once. A save with an old version is refused and shows both texts.</summary>
public interface IVersioned
{
    /// <summary>Rises by one with every saved change.</summary>
    int Version { get; }
}

/// <summary>
/// A row that leaves no trace in the audit trail, because the trail would tell what the rules of trust keep blind.
/// Ratings keep a history of their own instead.
/// </summary>
public interface INotAudited;

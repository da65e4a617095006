namespace Throughline.Domain.Work;

/// <summary>What an action step, a to-do or a rock says.</summary>
/// <param name="Title">What will be done.</param>
/// <param name="Why">Why, or more about it, if someone says.</param>
/// <param name="Owner">Who; null when nobody was chosen.</param>
/// <param name="DueOn">By when; null when no day was given.</param>
public sealed record WorkPlan(string? Title, string? Why, WorkOwner? Owner, DateOnly? DueOn);

/// <summary>Someone who may be asked to carry something.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name, for a refusal.</param>
/// <param name="IsHere">True for the unit's staff and the members of its ILT.</param>
/// <param name="HasLeft">True for someone who has left the district.</param>
public sealed record WorkOwner(Guid PersonId, string Name, bool IsHere, bool HasLeft);

namespace Throughline.Data.Roster;

/// <summary>The columns of users.csv. Real files mix those of both versions, so each takes the other's as known.</summary>
internal static class UserColumns
{
    private static readonly string[] Optional =
    [
        "status",
        "dateLastModified",
        "enabledUser",
        "username",
        "userIds",
        "middleName",
        "identifier",
        "email",
        "sms",
        "phone",
        "agentSourcedIds",
        "grades",
        "password",
        "orgSourcedIds",
        "role",
        "userMasterIdentifier",
        "resourceSourcedIds",
        "preferredGivenName",
        "preferredMiddleName",
        "preferredFamilyName",
        "primaryOrgSourcedId",
        "pronouns",
    ];

    public static readonly RosterColumns Version12 = new(
        ["sourcedId", "givenName", "familyName"],
        Optional
    );

    public static readonly RosterColumns Version11 = new(
        ["sourcedId", "givenName", "familyName", "role", "orgSourcedIds"],
        [.. Optional.Except(["role", "orgSourcedIds"])]
    );
}

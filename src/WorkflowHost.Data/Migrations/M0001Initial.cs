using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace WorkflowHost.Data.Migrations;

/// <summary>
/// All tables of the first release. Written by hand (the generator cannot be had); a test compares the result with the
/// model on both databases. Never change it after a release: add the next migration.
/// </summary>
[DbContext(typeof(WorkDb))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Content(migrationBuilder);
        Running(migrationBuilder);
        Work(migrationBuilder);
        Places(migrationBuilder);
        Surroundings(migrationBuilder);
        Staff(migrationBuilder);
        AppendOnly.Protect(migrationBuilder, "audit");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("The first migration is undone by deleting the database.");

    private static void Content(MigrationBuilder m)
    {
        Table(m, "workflow_definitions")
            .Text("id")
            .Instant("created_at")
            .Text("created_by", "definition_id")
            .OptionalText("description")
            .Flag("is_latest", "is_published", "is_readonly", "is_system")
            .Text("json")
            .OptionalText("name")
            .OptionalInstant("published_at")
            .Int("version")
            .Key("id")
            .Unique("definition_id", "version");

        Table(m, "triggers")
            .Guid("id")
            .Text("activity_id", "activity_type", "definition_id", "definition_version_id")
            .OptionalInstant("due_at")
            .Text("hash", "name")
            .OptionalText("payload_json")
            .Key("id")
            .Index("definition_id")
            .Index("hash");

        Table(m, "forms")
            .Guid("id")
            .OptionalText("category")
            .Instant("created_at")
            .Text("created_by")
            .Flag("is_latest", "is_published")
            .Text("json", "key")
            .OptionalInstant("published_at")
            .Text("sensitivity", "title")
            .Int("version")
            .Key("id")
            .Unique("key", "version");

        Table(m, "contents")
            .Guid("id")
            .Instant("created_at")
            .Text("created_by", "json", "key", "kind")
            .Int("version")
            .Key("id")
            .Unique("kind", "key", "version");

        Table(m, "plans")
            .Guid("id")
            .Instant("created_at")
            .Text("created_by")
            .Flag("is_published")
            .Text("json", "key")
            .Int("version")
            .Key("id")
            .Unique("key", "version");
    }

    private static void Running(MigrationBuilder m)
    {
        Table(m, "instances")
            .Text("id")
            .OptionalText("correlation_id")
            .Instant("created_at")
            .Text("definition_id", "definition_version_id")
            .OptionalInstant("finished_at")
            .Int("incident_count")
            .OptionalText("name", "parent_instance_id")
            .Long("revision")
            .Text("status", "sub_status")
            .Instant("updated_at")
            .Int("version")
            .Key("id")
            .Indexed(["correlation_id"], where: "correlation_id IS NOT NULL")
            .Index("created_at")
            .Index("definition_id")
            .Indexed(["parent_instance_id"], where: "parent_instance_id IS NOT NULL");

        Table(m, "instance_states")
            .Text("instance_id")
            .Bytes("json")
            .Key("instance_id");

        Table(m, "bursts")
            .Text("instance_id")
            .Long("sequence")
            .Instant("at")
            .Bytes("journal", "records")
            .Key("instance_id", "sequence");

        Table(m, "bookmarks")
            .Text("id", "activity_id", "activity_instance_id", "activity_node_id")
            .OptionalText("correlation_id")
            .Instant("created_at")
            .Text("hash", "instance_id")
            .OptionalText("metadata_json")
            .Text("name")
            .OptionalText("payload_json")
            .Key("id")
            .Index("hash")
            .Index("instance_id");

        Table(m, "timers")
            .Text("bookmark_id")
            .Int("attempts")
            .OptionalInstant("claimed_until")
            .Instant("due_at")
            .Text("instance_id")
            .Key("bookmark_id")
            .Index("due_at");

        Table(m, "outbox")
            .Guid("id")
            .Int("attempts")
            .OptionalInstant("claimed_until")
            .Instant("created_at", "due_at")
            .Text("idempotency_key")
            .OptionalText("instance_id")
            .Text("kind")
            .OptionalText("last_error")
            .Text("payload", "state")
            .Key("id")
            .Indexed(["due_at"], where: "state = 'pending'")
            .Unique("idempotency_key");

        Table(m, "incidents")
            .Guid("id")
            .Text("activity_id", "activity_instance_id", "activity_node_id", "activity_type")
            .Instant("at")
            .OptionalText("exception_json")
            .Text("instance_id", "message")
            .Key("id")
            .Index("instance_id");
    }

    private static void Work(MigrationBuilder m)
    {
        Table(m, "tasks")
            .Guid("id")
            .Text("activity_id", "bookmark_id")
            .OptionalGuid("case_id")
            .OptionalText("claimed_by")
            .OptionalInstant("closed_at")
            .OptionalText("completed_by")
            .Instant("created_at")
            .Text("definition_id")
            .OptionalInstant("due_at")
            .Text("form")
            .Int("form_version")
            .Text("instance_id")
            .OptionalText("outcome")
            .Text("outcomes", "prefill_json")
            .Int("priority")
            .Long("revision")
            .Text("role", "sensitivity")
            .OptionalText("site_key")
            .Text("state")
            .OptionalGuid("submission_id")
            .Text("title")
            .Key("id")
            .Index("bookmark_id")
            .Index("case_id")
            .Index("instance_id")
            .Indexed(["role", "site_key"], where: "state = 'open'");

        Table(m, "submissions")
            .Guid("id")
            .OptionalGuid("case_id")
            .Text("data_json", "form")
            .Int("form_version")
            .Text("idempotency_key")
            .OptionalText("instance_id")
            .Text("language")
            .OptionalText("outcome")
            .Text("request_hash", "sensitivity")
            .OptionalText("site_key")
            .Instant("submitted_at")
            .Text("submitted_by")
            .OptionalGuid("task_id")
            .Key("id")
            .Index("case_id")
            .Unique("idempotency_key")
            .Index("instance_id");

        Table(m, "drafts")
            .Guid("id")
            .Text("data_json", "form")
            .Int("form_version")
            .Text("owner")
            .OptionalGuid("task_id")
            .Instant("updated_at")
            .Key("id")
            .Index("owner", "form", "task_id");

        Table(m, "cases")
            .Guid("id")
            .OptionalInstant("closed_at")
            .Instant("created_at")
            .Text("created_by", "data_json", "folio")
            .Flag("is_open")
            .Long("revision")
            .Text("search_text")
            .OptionalText("site_key")
            .Text("state", "title", "type")
            .Instant("updated_at")
            .Key("id")
            .Unique("folio")
            .Index("type", "state");

        Table(m, "case_identities")
            .Text("case_type", "name", "value")
            .Guid("case_id")
            .Key("case_type", "name", "value", "case_id")
            .Index("case_id");

        Table(m, "case_links")
            .Guid("id")
            .Instant("created_at")
            .Guid("from_id")
            .Text("kind")
            .OptionalText("role")
            .Guid("to_id")
            .Key("id")
            .Index("to_id")
            .Unique("from_id", "to_id", "kind");

        Table(m, "folio_counters")
            .Text("case_type")
            .Long("reserved")
            .Key("case_type");

        Table(m, "referrals")
            .Guid("id")
            .OptionalGuid("case_id")
            .Instant("created_at")
            .Text("created_by", "data_json")
            .OptionalText("instance_id")
            .Text("partner", "reason")
            .OptionalText("site_key")
            .Text("state")
            .Key("id")
            .Index("case_id");

        Table(m, "facts")
            .Guid("id")
            .OptionalGuid("case_id")
            .Text("data_json")
            .Day("date")
            .OptionalText("instance_id")
            .Int("quantity")
            .Instant("recorded_at")
            .OptionalText("site_key", "subject")
            .OptionalGuid("submission_id")
            .Text("type")
            .Key("id")
            .Index("case_id")
            .Index("type", "date");

        Table(m, "audit")
            .Numbered<long>("sequence")
            .Text("action", "actor")
            .Instant("at")
            .OptionalText("detail_json", "instance_id")
            .Text("subject", "subject_id")
            .Key("sequence")
            .Index("subject", "subject_id");
    }

    private static void Places(MigrationBuilder m)
    {
        Table(m, "sites")
            .Text("key")
            .OptionalInstant("closed_at", "opened_at")
            .Long("revision")
            .Text("state")
            .Instant("updated_at")
            .Key("key");

        Table(m, "capacity_pools")
            .Guid("id")
            .Int("capacity")
            .Text("segment", "site_key")
            .Int("taken")
            .Key("id")
            .Unique("site_key", "segment");

        Table(m, "stays")
            .Guid("id", "case_id", "group_id")
            .OptionalInstant("left_at")
            .OptionalText("left_reason")
            .OptionalInstant("occupied_at")
            .Guid("pool_id")
            .Instant("reserved_at")
            .OptionalText("rule")
            .Text("segment", "site_key", "state")
            .Key("id")
            .Index("site_key", "state")
            .Indexed(["case_id"], word: "_all")
            .Indexed(["case_id"], unique: true, "state IN ('reserved', 'occupied')", "_holding");
    }

    private static void Surroundings(MigrationBuilder m)
    {
        Table(m, "webhook_endpoints")
            .Guid("id")
            .Instant("created_at")
            .Text("description", "event_types")
            .OptionalInstant("failing_since")
            .Flag("is_enabled")
            .Text("secret", "url")
            .Key("id");

        Table(m, "webhook_deliveries")
            .Guid("id")
            .Instant("at")
            .Int("attempt", "duration_in_milliseconds")
            .Guid("endpoint_id")
            .OptionalText("error")
            .Text("event_type", "message_id", "payload")
            .OptionalInt("status_code")
            .Flag("succeeded")
            .Key("id")
            .Index("endpoint_id", "at");

        Table(m, "webhook_receipts")
            .Guid("id")
            .Instant("at")
            .Text("body_hash")
            .OptionalText("instance_id")
            .Text("message_id", "source")
            .Key("id")
            .Unique("source", "message_id");

        Table(m, "settings")
            .Text("key")
            .Instant("updated_at")
            .Text("value")
            .Key("key");

        Table(m, "protection_keys")
            .Guid("id")
            .Text("friendly_name", "xml")
            .Key("id");
    }

    private static void Staff(MigrationBuilder m)
    {
        Table(m, "users")
            .Guid("id")
            .Int("access_failed_count")
            .OptionalText("concurrency_stamp")
            .Instant("created_at")
            .Text("display_name")
            .OptionalText("email")
            .Flag("email_confirmed", "is_active")
            .Text("language")
            .Flag("lockout_enabled")
            .OptionalInstant("lockout_end")
            .OptionalText("normalized_email", "normalized_user_name", "password_hash", "phone_number")
            .Flag("phone_number_confirmed")
            .OptionalText("security_stamp")
            .Flag("two_factor_enabled")
            .OptionalText("user_name")
            .Key("id")
            .Index("normalized_email")
            .Unique("normalized_user_name");

        Table(m, "user_claims")
            .Numbered<int>("id")
            .OptionalText("claim_type", "claim_value")
            .Guid("user_id")
            .Key("id")
            .Index("user_id")
            .Belongs("user_id", "users");

        Table(m, "user_logins")
            .Text("login_provider", "provider_key")
            .OptionalText("provider_display_name")
            .Guid("user_id")
            .Key("login_provider", "provider_key")
            .Index("user_id")
            .Belongs("user_id", "users");

        Table(m, "user_tokens")
            .Guid("user_id")
            .Text("login_provider", "name")
            .OptionalText("value")
            .Key("user_id", "login_provider", "name")
            .Belongs("user_id", "users");

        Table(m, "role_grants")
            .Guid("id")
            .Instant("granted_at")
            .Text("granted_by", "role")
            .OptionalText("site_key")
            .Guid("user_id")
            .Key("id")
            .Index("user_id", "role", "site_key");
    }

    private static TableSketch Table(MigrationBuilder m, string name) => new(m, name);
}

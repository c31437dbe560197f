-- Actions of the audit are called by the closed names of app/domain/audit/actions.ts.
UPDATE "audit_entry" SET "action" = 'retention.purge', "actor_name" = 'maintenance' WHERE "action" = 'retention.let-go';

-- Whoever goes is looked for in every table that may name a person (worker.purge_pending): without these, each of them is read whole for each.
create index role_assignments_of_assigner on app.role_assignments (assigned_by);
create index spaces_of_creator on app.spaces (created_by);
create index resources_of_creator on app.resources (created_by);
create index grants_of_granter on app.grants (granted_by);
create index outsiders_of_user on app.outsiders (user_id);
create index application_events_of_actor on app.application_events (actor_id);
create index moves_of_decider on app.moves (decided_by);
create index removals_of_remover on app.removals (removed_by);
create index mails_of_user on app.mails (user_id);
create index imports_of_actor on app.imports (actor_id);
create index invitations_of_inviter on app.invitations (invited_by);
drop index app.import_changes_of_user;
create index import_changes_of_user on app.import_changes (user_id);
create index users_pending on app.users (created_at) where status = 'pending_activation';

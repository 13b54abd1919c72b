-- Notifications are kept for a year (worker.purge_notifications), found by their age and, of a whole tenant or organization, by the tenant; their marks by what they mark.
create index notifications_by_age on app.notifications (at);
create index notifications_of_many on app.notifications (tenant_id) where audience_scope_kind in (5, 7);
create index notification_reads_of_notification on app.notification_reads (notification_id);

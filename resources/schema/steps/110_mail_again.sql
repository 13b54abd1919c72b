-- When somebody had a mail that was given up sent again: from then on its three days count anew. Null: nobody did.
alter table app.mails add column resent_at timestamptz;

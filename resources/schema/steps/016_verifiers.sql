-- The SHA-256 of the verifier that we gave a role (SEC-5): another one in the server was set by somebody with ALTER ROLE. Null: not known yet.
alter table app.accounts add column verifier_digest bytea;

-- Why: a deployment may decide that a role sees no more of a customer's number than its country and its last digits.

-- One row for each role whose people see numbers masked; without a row they see them whole, as before.
-- Coordinator-local: roles and those who have them reach across portfolios.
-- room: access
create table masked_roles (
  role text primary key check (role in ('admin', 'supervisor', 'agent', 'privacy_officer', 'developer', 'auditor')),
  since timestamptz not null,
  by text not null
);

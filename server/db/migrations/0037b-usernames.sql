-- Why: a list of people finds them by the username they have now, and read every account of the portfolio for each few hundred rows.

-- A username is never part of what an account's every message changes, so writing one stays where the row is.
create index holders_username on holders (portfolio_id, lower(username)) where username is not null;

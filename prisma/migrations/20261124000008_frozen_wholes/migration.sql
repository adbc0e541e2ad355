-- What is frozen as a whole takes nothing later: spans come with their anchor, and what was signed with its sign-off, in
-- the transaction that made it.
CREATE FUNCTION refuse_later_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE same boolean;
BEGIN
  IF TG_TABLE_NAME = 'span' THEN
    SELECT xmin = pg_current_xact_id()::xid INTO same FROM anchor WHERE id = NEW.anchor_id;
  ELSE
    SELECT xmin = pg_current_xact_id()::xid INTO same FROM sign_off WHERE id = NEW.sign_off_id;
  END IF;
  -- Where there is no whole at all, the foreign key says so.
  IF NOT same THEN
    RAISE EXCEPTION 'INSERT into % is refused: what it belongs to is frozen', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER span_with_anchor BEFORE INSERT ON span FOR EACH ROW EXECUTE FUNCTION refuse_later_part();
CREATE TRIGGER signed_statement_with_sign_off BEFORE INSERT ON signed_statement FOR EACH ROW EXECUTE FUNCTION refuse_later_part();
CREATE TRIGGER signed_relay_with_sign_off BEFORE INSERT ON signed_relay FOR EACH ROW EXECUTE FUNCTION refuse_later_part();
CREATE TRIGGER signed_stance_with_sign_off BEFORE INSERT ON signed_stance FOR EACH ROW EXECUTE FUNCTION refuse_later_part();

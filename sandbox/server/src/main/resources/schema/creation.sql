-- What it takes to create patients and orders. A GP may do all of it; the receptionist registers patients.
INSERT INTO privilege (privilege, description, uuid)
  SELECT name, CONCAT('Able to ', LOWER(LEFT(name, 1)), SUBSTRING(name, 2)), UUID() FROM (
    SELECT 'Add Patients' AS name UNION SELECT 'Add Orders' UNION SELECT 'Edit Orders') AS names;
INSERT INTO role_privilege (role, privilege) VALUES
  ('Organizational: GP', 'Add Patients'), ('Organizational: GP', 'Add Orders'), ('Organizational: GP', 'Edit Orders'),
  ('Organizational: Receptionist', 'Add Patients');

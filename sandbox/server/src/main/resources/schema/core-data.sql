-- What a fresh OpenMRS has before anybody enters anything, with OpenMRS's own UUIDs where others may name them.
INSERT INTO person (person_id, gender, uuid) VALUES (1, 'M', '5f87c042-6814-11e8-923f-e9a88dcb533f');
INSERT INTO person_name (person_id, preferred, given_name, family_name, uuid) VALUES (1, TRUE, 'Super', 'User', 'd1a2e1c0-5f2c-4f43-8b52-0c1ce3a3a001');
INSERT INTO users (user_id, system_id, username, person_id, uuid) VALUES
  (1, 'admin', 'admin', 1, '82f18b44-6814-11e8-923f-e9a88dcb533f'),
  (2, 'daemon', 'daemon', 1, 'A4F30A1B-5EB9-11DF-A648-37A07F9C90FB');

INSERT INTO role (role, description, uuid) VALUES
  ('Anonymous', 'Whoever has not logged in', '774b2af3-6437-4e5a-a310-547554c7c65c'),
  ('Authenticated', 'Whoever has logged in', 'f7fd42ef-880e-40c5-972d-e4ae7c990de2'),
  ('Provider', 'Whoever may be named as a provider', '8d94f280-c2cc-11de-8d13-0010c6dffd0f'),
  ('System Developer', 'May do anything', '8d94f852-c2cc-11de-8d13-0010c6dffd0f'),
  ('Organizational: GP', 'Sandbox: reads and writes charts', '2f6b0d0e-0c1f-4a33-8f0e-5a8a3f0c1a01'),
  ('Organizational: Receptionist', 'Sandbox: sees and registers patients, but no charts', '2f6b0d0e-0c1f-4a33-8f0e-5a8a3f0c1a02');

INSERT INTO privilege (privilege, description, uuid)
  SELECT name, CONCAT('Able to ', LOWER(LEFT(name, 1)), SUBSTRING(name, 2)), UUID() FROM (
    SELECT 'Get Patients' AS name UNION SELECT 'Get Patient Identifiers' UNION SELECT 'Get People' UNION SELECT 'Add People'
    UNION SELECT 'Edit People' UNION SELECT 'Edit Patients' UNION SELECT 'Get Person Attribute Types' UNION SELECT 'Manage Person Attribute Types'
    UNION SELECT 'Get Encounters' UNION SELECT 'Get Encounter Types' UNION SELECT 'Get Encounter Roles' UNION SELECT 'Add Encounters' UNION SELECT 'Edit Encounters'
    UNION SELECT 'Get Visits' UNION SELECT 'Get Visit Types' UNION SELECT 'Add Visits' UNION SELECT 'Edit Visits'
    UNION SELECT 'Get Observations' UNION SELECT 'Add Observations' UNION SELECT 'Edit Observations'
    UNION SELECT 'Get Conditions' UNION SELECT 'Edit Conditions' UNION SELECT 'Get Diagnoses' UNION SELECT 'Edit Diagnoses'
    UNION SELECT 'Get Allergies' UNION SELECT 'Edit Allergies' UNION SELECT 'Get Orders' UNION SELECT 'Get Order Types' UNION SELECT 'Get Care Settings'
    UNION SELECT 'Get Concepts' UNION SELECT 'Get Concept Classes' UNION SELECT 'Get Concept Datatypes' UNION SELECT 'Get Concept Sources'
    UNION SELECT 'Get Concept Map Types' UNION SELECT 'Get Concept Reference Terms' UNION SELECT 'Manage Concepts'
    UNION SELECT 'Get Locations' UNION SELECT 'Get Providers' UNION SELECT 'Get Users' UNION SELECT 'Get Roles' UNION SELECT 'Manage Roles'
    UNION SELECT 'Get Privileges' UNION SELECT 'Get Global Properties' UNION SELECT 'Manage Global Properties' UNION SELECT 'Get Identifier Types'
    UNION SELECT 'View Navigation Menu' UNION SELECT 'View Administration Functions') AS names;

INSERT INTO role_privilege (role, privilege)
  SELECT 'Authenticated', privilege FROM privilege WHERE privilege IN ('Get Concept Classes', 'Get Concept Datatypes', 'Get Encounter Types',
    'Get Global Properties', 'Get Identifier Types', 'Get Locations', 'Get Order Types', 'Get Person Attribute Types', 'Get Privileges', 'Get Roles');
INSERT INTO role_privilege (role, privilege)
  SELECT 'Organizational: GP', privilege FROM privilege WHERE privilege NOT LIKE 'Manage %' AND privilege <> 'View Administration Functions';
INSERT INTO role_privilege (role, privilege)
  SELECT 'Organizational: Receptionist', privilege FROM privilege WHERE privilege IN ('Get Patients', 'Get Patient Identifiers', 'Get People',
    'Add People', 'Edit People', 'Edit Patients', 'Get Visits', 'Get Visit Types', 'Add Visits', 'Edit Visits', 'Get Providers', 'Get Users',
    'View Navigation Menu');
INSERT INTO user_role (user_id, role) VALUES (1, 'System Developer'), (1, 'Provider');

INSERT INTO concept_class (name, uuid) VALUES
  ('Test', '8d4907b2-c2cc-11de-8d13-0010c6dffd0f'),
  ('Drug', '8d490dfc-c2cc-11de-8d13-0010c6dffd0f'),
  ('Diagnosis', '8d4918b0-c2cc-11de-8d13-0010c6dffd0f'),
  ('Finding', '8d491a9a-c2cc-11de-8d13-0010c6dffd0f'),
  ('Question', '8d491e50-c2cc-11de-8d13-0010c6dffd0f'),
  ('Misc', '8d492774-c2cc-11de-8d13-0010c6dffd0f'),
  ('Symptom', '8d492954-c2cc-11de-8d13-0010c6dffd0f'),
  ('Symptom/Finding', '8d492b2a-c2cc-11de-8d13-0010c6dffd0f');

INSERT INTO concept_datatype (name, hl7_abbreviation, uuid) VALUES
  ('Numeric', 'NM', '8d4a4488-c2cc-11de-8d13-0010c6dffd0f'),
  ('Coded', 'CWE', '8d4a48b6-c2cc-11de-8d13-0010c6dffd0f'),
  ('Text', 'ST', '8d4a4ab4-c2cc-11de-8d13-0010c6dffd0f'),
  ('N/A', 'ZZ', '8d4a4c94-c2cc-11de-8d13-0010c6dffd0f'),
  ('Date', 'DT', '8d4a505e-c2cc-11de-8d13-0010c6dffd0f'),
  ('Datetime', 'TS', '8d4a5af4-c2cc-11de-8d13-0010c6dffd0f'),
  ('Boolean', 'BIT', '8d4a5cca-c2cc-11de-8d13-0010c6dffd0f');

INSERT INTO concept_map_type (name, uuid) VALUES
  ('SAME-AS', '35543629-7d8c-11e1-909d-c80aa9edcf4e'),
  ('NARROWER-THAN', '43ac5109-7d8c-11e1-909d-c80aa9edcf4e'),
  ('BROADER-THAN', '4b9d9421-7d8c-11e1-909d-c80aa9edcf4e');

INSERT INTO encounter_role (name, description, uuid) VALUES ('Unknown', 'In a part that nobody noted', 'a0b03050-c99b-11e0-9572-0800200c9a66');
INSERT INTO care_setting (name, description, care_setting_type, uuid) VALUES
  ('Outpatient', 'People who come and go', 'OUTPATIENT', '6f0c9a92-6f24-11e3-af88-005056821db0');
INSERT INTO order_type (name, description, java_class_name, uuid) VALUES
  ('Drug Order', 'A medicine to be taken', 'org.openmrs.DrugOrder', '131168f4-15f5-102d-96e4-000c29c2a5d7');
INSERT INTO patient_identifier_type (name, description, uuid) VALUES
  ('Old Identification Number', 'A number of the practice, without a check digit', '8d79403a-c2cc-11de-8d13-0010c6dffd0f');

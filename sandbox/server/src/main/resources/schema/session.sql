-- Where people log in, and what they want remembered.
CREATE TABLE location_tag (
  location_tag_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  description VARCHAR(255),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE location_tag_map (
  location_id INT NOT NULL REFERENCES location (location_id),
  location_tag_id INT NOT NULL REFERENCES location_tag (location_tag_id),
  PRIMARY KEY (location_id, location_tag_id)
);

CREATE TABLE user_property (
  user_id INT NOT NULL REFERENCES users (user_id),
  property VARCHAR(255) NOT NULL,
  property_value LONGTEXT,
  PRIMARY KEY (user_id, property)
);

-- As O3's distributions have them.
INSERT INTO location_tag (name, description, uuid) VALUES
  ('Login Location', 'Where people may log in', 'b8bbf83e-645f-451f-8efe-a0db56f09676'),
  ('Visit Location', 'Where visits may take place', '37dd4458-dc9e-4ae6-a1f1-789c1162d37b');

INSERT INTO privilege (privilege, description, uuid) VALUES
  ('Edit Users', 'Able to edit users', UUID()),
  ('Get Visit Attribute Types', 'Able to get visit attribute types', UUID());
INSERT INTO role_privilege (role, privilege) VALUES
  ('Organizational: GP', 'Get Visit Attribute Types'), ('Organizational: Receptionist', 'Get Visit Attribute Types');
-- Without it fhir2 shows nobody whose attribute is a concept, such as the answer about AI.
INSERT INTO role_privilege (role, privilege) VALUES ('Organizational: Receptionist', 'Get Concept Sources');

INSERT INTO global_property (property, property_value, description, uuid) VALUES
  ('visits.enabled', 'true', 'Whether there are visits around encounters', UUID()),
  ('visits.allowOverlappingVisits', 'true', 'Whether a patient may have several visits at once', UUID());

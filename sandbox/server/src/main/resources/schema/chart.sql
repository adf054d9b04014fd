-- Visits, encounters, observations, problems and allergies.
CREATE TABLE visit_type (
  visit_type_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  description VARCHAR(1024),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE visit (
  visit_id INT AUTO_INCREMENT PRIMARY KEY,
  patient_id INT NOT NULL REFERENCES patient (patient_id),
  visit_type_id INT NOT NULL REFERENCES visit_type (visit_type_id),
  date_started DATETIME NOT NULL,
  date_stopped DATETIME,
  location_id INT REFERENCES location (location_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE encounter_type (
  encounter_type_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL DEFAULT '',
  description TEXT,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE encounter_role (
  encounter_role_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  description VARCHAR(1024),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE encounter (
  encounter_id INT AUTO_INCREMENT PRIMARY KEY,
  encounter_type INT NOT NULL REFERENCES encounter_type (encounter_type_id),
  patient_id INT NOT NULL REFERENCES patient (patient_id),
  location_id INT REFERENCES location (location_id),
  encounter_datetime DATETIME NOT NULL,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  visit_id INT REFERENCES visit (visit_id),
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE encounter_provider (
  encounter_provider_id INT AUTO_INCREMENT PRIMARY KEY,
  encounter_id INT NOT NULL REFERENCES encounter (encounter_id),
  provider_id INT NOT NULL REFERENCES provider (provider_id),
  encounter_role_id INT NOT NULL REFERENCES encounter_role (encounter_role_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE obs (
  obs_id INT AUTO_INCREMENT PRIMARY KEY,
  person_id INT NOT NULL REFERENCES person (person_id),
  concept_id INT NOT NULL REFERENCES concept (concept_id),
  encounter_id INT REFERENCES encounter (encounter_id),
  obs_datetime DATETIME NOT NULL,
  location_id INT REFERENCES location (location_id),
  obs_group_id INT REFERENCES obs (obs_id),
  value_coded INT REFERENCES concept (concept_id),
  value_datetime DATETIME,
  value_numeric DOUBLE,
  value_text TEXT,
  comments VARCHAR(255),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  date_voided DATETIME,
  voided_by INT,
  void_reason VARCHAR(255),
  uuid CHAR(38) NOT NULL UNIQUE,
  previous_version INT REFERENCES obs (obs_id),
  status VARCHAR(16) NOT NULL DEFAULT 'FINAL',
  interpretation VARCHAR(32)
);

CREATE INDEX obs_person_concept ON obs (person_id, concept_id, obs_datetime);

CREATE TABLE conditions (
  condition_id INT AUTO_INCREMENT PRIMARY KEY,
  additional_detail VARCHAR(255),
  condition_coded INT REFERENCES concept (concept_id),
  condition_non_coded VARCHAR(255),
  clinical_status VARCHAR(50) NOT NULL,
  verification_status VARCHAR(50),
  onset_date DATETIME,
  end_date DATETIME,
  patient_id INT NOT NULL REFERENCES patient (patient_id),
  encounter_id INT REFERENCES encounter (encounter_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid VARCHAR(38) UNIQUE
);

CREATE TABLE encounter_diagnosis (
  diagnosis_id INT AUTO_INCREMENT PRIMARY KEY,
  diagnosis_coded INT REFERENCES concept (concept_id),
  diagnosis_non_coded VARCHAR(255),
  encounter_id INT NOT NULL REFERENCES encounter (encounter_id),
  patient_id INT NOT NULL REFERENCES patient (patient_id),
  condition_id INT REFERENCES conditions (condition_id),
  certainty VARCHAR(255) NOT NULL,
  dx_rank INT NOT NULL,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE allergy (
  allergy_id INT AUTO_INCREMENT PRIMARY KEY,
  patient_id INT NOT NULL REFERENCES patient (patient_id),
  severity_concept_id INT REFERENCES concept (concept_id),
  coded_allergen INT NOT NULL REFERENCES concept (concept_id),
  non_coded_allergen VARCHAR(255),
  allergen_type VARCHAR(50) NOT NULL,
  comments VARCHAR(1024),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) UNIQUE
);

CREATE TABLE allergy_reaction (
  allergy_reaction_id INT AUTO_INCREMENT PRIMARY KEY,
  allergy_id INT NOT NULL REFERENCES allergy (allergy_id),
  reaction_concept_id INT NOT NULL REFERENCES concept (concept_id),
  reaction_non_coded VARCHAR(255),
  uuid CHAR(38) UNIQUE
);

-- Names, attributes, patients and their numbers.
CREATE TABLE person_name (
  person_name_id INT AUTO_INCREMENT PRIMARY KEY,
  preferred BOOLEAN NOT NULL DEFAULT FALSE,
  person_id INT NOT NULL REFERENCES person (person_id),
  given_name VARCHAR(50),
  middle_name VARCHAR(50),
  family_name VARCHAR(50),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE person_attribute_type (
  person_attribute_type_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL DEFAULT '',
  description TEXT,
  format VARCHAR(50),
  foreign_key INT,
  searchable BOOLEAN NOT NULL DEFAULT FALSE,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  edit_privilege VARCHAR(255),
  sort_weight DOUBLE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE person_attribute (
  person_attribute_id INT AUTO_INCREMENT PRIMARY KEY,
  person_id INT NOT NULL REFERENCES person (person_id),
  value VARCHAR(50) NOT NULL DEFAULT '',
  person_attribute_type_id INT NOT NULL REFERENCES person_attribute_type (person_attribute_type_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by INT,
  date_changed DATETIME,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  voided_by INT,
  date_voided DATETIME,
  void_reason VARCHAR(255),
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE location (
  location_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NOT NULL DEFAULT '',
  description VARCHAR(255),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE patient (
  patient_id INT PRIMARY KEY REFERENCES person (person_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  allergy_status VARCHAR(50) NOT NULL DEFAULT 'Unknown'
);

CREATE TABLE patient_identifier_type (
  patient_identifier_type_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL DEFAULT '',
  description TEXT,
  check_digit BOOLEAN NOT NULL DEFAULT FALSE,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  required BOOLEAN NOT NULL DEFAULT FALSE,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE patient_identifier (
  patient_identifier_id INT AUTO_INCREMENT PRIMARY KEY,
  patient_id INT NOT NULL REFERENCES patient (patient_id),
  identifier VARCHAR(50) NOT NULL DEFAULT '',
  identifier_type INT NOT NULL REFERENCES patient_identifier_type (patient_identifier_type_id),
  preferred BOOLEAN NOT NULL DEFAULT FALSE,
  location_id INT REFERENCES location (location_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE person_merge_log (
  person_merge_log_id INT AUTO_INCREMENT PRIMARY KEY,
  winner_person_id INT NOT NULL REFERENCES person (person_id),
  loser_person_id INT NOT NULL REFERENCES person (person_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  merged_data TEXT NOT NULL,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

-- Concepts, their names, answers, units and codes.
CREATE TABLE concept_class (
  concept_class_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NOT NULL DEFAULT '',
  description VARCHAR(255),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE concept_datatype (
  concept_datatype_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NOT NULL DEFAULT '',
  hl7_abbreviation VARCHAR(3),
  description VARCHAR(255),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE concept (
  concept_id INT AUTO_INCREMENT PRIMARY KEY,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  datatype_id INT NOT NULL REFERENCES concept_datatype (concept_datatype_id),
  class_id INT NOT NULL REFERENCES concept_class (concept_class_id),
  is_set BOOLEAN NOT NULL DEFAULT FALSE,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  version VARCHAR(50),
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE concept_name (
  concept_name_id INT AUTO_INCREMENT PRIMARY KEY,
  concept_id INT REFERENCES concept (concept_id),
  name VARCHAR(255) NOT NULL DEFAULT '',
  locale VARCHAR(50) NOT NULL DEFAULT '',
  locale_preferred BOOLEAN DEFAULT FALSE,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  concept_name_type VARCHAR(50),
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE concept_numeric (
  concept_id INT PRIMARY KEY REFERENCES concept (concept_id),
  hi_absolute DOUBLE,
  hi_critical DOUBLE,
  hi_normal DOUBLE,
  low_absolute DOUBLE,
  low_critical DOUBLE,
  low_normal DOUBLE,
  units VARCHAR(50),
  allow_decimal BOOLEAN DEFAULT FALSE,
  display_precision INT
);

CREATE TABLE concept_answer (
  concept_answer_id INT AUTO_INCREMENT PRIMARY KEY,
  concept_id INT NOT NULL REFERENCES concept (concept_id),
  answer_concept INT REFERENCES concept (concept_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  sort_weight DOUBLE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE concept_reference_source (
  concept_source_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL DEFAULT '',
  description TEXT NOT NULL,
  hl7_code VARCHAR(50) DEFAULT '',
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE concept_reference_term (
  concept_reference_term_id INT AUTO_INCREMENT PRIMARY KEY,
  concept_source_id INT NOT NULL REFERENCES concept_reference_source (concept_source_id),
  name VARCHAR(255),
  code VARCHAR(255) NOT NULL,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE concept_map_type (
  concept_map_type_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  description VARCHAR(255),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  is_hidden BOOLEAN NOT NULL DEFAULT FALSE,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE concept_reference_map (
  concept_map_id INT AUTO_INCREMENT PRIMARY KEY,
  concept_reference_term_id INT NOT NULL REFERENCES concept_reference_term (concept_reference_term_id),
  concept_map_type_id INT NOT NULL REFERENCES concept_map_type (concept_map_type_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  concept_id INT NOT NULL REFERENCES concept (concept_id),
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE drug (
  drug_id INT AUTO_INCREMENT PRIMARY KEY,
  concept_id INT NOT NULL REFERENCES concept (concept_id),
  name VARCHAR(255),
  combination BOOLEAN NOT NULL DEFAULT FALSE,
  strength VARCHAR(255),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

-- Orders; here all of them are of drugs.
CREATE TABLE order_type (
  order_type_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NOT NULL DEFAULT '',
  description TEXT,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE,
  java_class_name VARCHAR(255) NOT NULL
);

CREATE TABLE care_setting (
  care_setting_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  description VARCHAR(255),
  care_setting_type VARCHAR(50) NOT NULL,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE orders (
  order_id INT AUTO_INCREMENT PRIMARY KEY,
  order_type_id INT NOT NULL REFERENCES order_type (order_type_id),
  concept_id INT NOT NULL REFERENCES concept (concept_id),
  orderer INT NOT NULL REFERENCES provider (provider_id),
  encounter_id INT NOT NULL REFERENCES encounter (encounter_id),
  instructions TEXT,
  date_activated DATETIME,
  auto_expire_date DATETIME,
  date_stopped DATETIME,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  patient_id INT NOT NULL REFERENCES patient (patient_id),
  uuid CHAR(38) NOT NULL UNIQUE,
  urgency VARCHAR(50) NOT NULL DEFAULT 'ROUTINE',
  order_number VARCHAR(50) NOT NULL UNIQUE,
  previous_order_id INT REFERENCES orders (order_id),
  order_action VARCHAR(50) NOT NULL,
  care_setting INT NOT NULL REFERENCES care_setting (care_setting_id),
  scheduled_date DATETIME
);

CREATE TABLE drug_order (
  order_id INT PRIMARY KEY REFERENCES orders (order_id),
  drug_inventory_id INT REFERENCES drug (drug_id),
  dose DOUBLE,
  as_needed BOOLEAN DEFAULT FALSE,
  dosing_type VARCHAR(255),
  quantity DOUBLE,
  num_refills INT,
  dosing_instructions TEXT,
  dispense_as_written BOOLEAN NOT NULL DEFAULT FALSE,
  drug_non_coded VARCHAR(255)
);

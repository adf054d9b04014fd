-- Who may log in, and what they may do.
CREATE TABLE person (
  person_id INT AUTO_INCREMENT PRIMARY KEY,
  gender VARCHAR(50) DEFAULT '',
  birthdate DATE,
  birthdate_estimated BOOLEAN NOT NULL DEFAULT FALSE,
  dead BOOLEAN NOT NULL DEFAULT FALSE,
  death_date DATETIME,
  creator INT,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by INT,
  date_changed DATETIME,
  voided BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE users (
  user_id INT AUTO_INCREMENT PRIMARY KEY,
  system_id VARCHAR(50) NOT NULL DEFAULT '',
  username VARCHAR(50),
  person_id INT NOT NULL REFERENCES person (person_id),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

-- OpenMRS keeps passwords in users; here they stand apart, as a sign that this is not how OpenMRS does it.
CREATE TABLE sandbox_login (
  user_id INT PRIMARY KEY REFERENCES users (user_id),
  salt VARCHAR(64) NOT NULL,
  hash VARCHAR(128) NOT NULL
);

CREATE TABLE privilege (
  privilege VARCHAR(255) PRIMARY KEY,
  description TEXT,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE role (
  role VARCHAR(50) PRIMARY KEY,
  description VARCHAR(255),
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE role_role (
  parent_role VARCHAR(50) NOT NULL REFERENCES role (role),
  child_role VARCHAR(50) NOT NULL REFERENCES role (role),
  PRIMARY KEY (parent_role, child_role)
);

CREATE TABLE role_privilege (
  role VARCHAR(50) NOT NULL REFERENCES role (role),
  privilege VARCHAR(255) NOT NULL REFERENCES privilege (privilege),
  PRIMARY KEY (role, privilege)
);

CREATE TABLE user_role (
  user_id INT NOT NULL REFERENCES users (user_id),
  role VARCHAR(50) NOT NULL REFERENCES role (role),
  PRIMARY KEY (user_id, role)
);

CREATE TABLE provider (
  provider_id INT AUTO_INCREMENT PRIMARY KEY,
  person_id INT REFERENCES person (person_id),
  name VARCHAR(255),
  identifier VARCHAR(255),
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired BOOLEAN NOT NULL DEFAULT FALSE,
  uuid CHAR(38) NOT NULL UNIQUE
);

CREATE TABLE global_property (
  property VARCHAR(255) PRIMARY KEY,
  property_value TEXT,
  description TEXT,
  uuid CHAR(38) NOT NULL UNIQUE,
  date_changed DATETIME,
  changed_by INT
);

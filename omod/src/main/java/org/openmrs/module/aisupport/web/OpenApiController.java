/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's description, for whoever programs against it. It says nothing of any patient, so it asks for no login. */
@RestController("aisupport.openApiController")
@RequestMapping(Links.PATH)
class OpenApiController {

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> openApi() throws IOException {
        try (InputStream in = OpenApiController.class.getResourceAsStream("/openapi.yaml")) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("application/yaml"))
                    .body(in.readAllBytes());
        }
    }
}

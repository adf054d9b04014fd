/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("O1")
class O3CachingFilterTest {

    private static final String FOLDER = "/openmrs/moduleResources/aisupport/o3/";
    private static final FilterChain FOUND =
            (request, response) -> response.getWriter().write("content");

    @ParameterizedTest
    @CsvSource({
        "importmap.json, max-age=60",
        "routes.registry.json, max-age=60",
        "esm-aisupport-app.js, no-cache",
        "117.895e448b0e3cad98.js, 'public, max-age=31536000, immutable'",
        "117.895e448b0e3cad98.js.txt, no-cache",
        "895e448b0e3cad98.js, no-cache",
    })
    void only_what_is_named_by_its_content_is_kept(String file, String caching) throws Exception {
        assertThat(answer(file, FOUND).getHeaders("Cache-Control")).containsExactly(caching);
    }

    @Test
    void what_is_missing_is_not_missing_for_a_year() throws Exception {
        String piece = "117.895e448b0e3cad98.js";
        FilterChain missing = (request, response) -> ((HttpServletResponse) response).sendError(404);
        FilterChain marked = (request, response) -> ((HttpServletResponse) response).setStatus(404);
        FilterChain told = (request, response) -> ((HttpServletResponse) response).sendError(404, "Not there");

        assertThat(answer(piece, missing).getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(answer(piece, marked).getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(answer(piece, told).getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(answer(piece, told).getErrorMessage()).isEqualTo("Not there");
    }

    private static MockHttpServletResponse answer(String file, FilterChain chain) throws IOException, ServletException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new O3CachingFilter().doFilter(new MockHttpServletRequest("GET", FOLDER + file), response, chain);
        return response;
    }
}

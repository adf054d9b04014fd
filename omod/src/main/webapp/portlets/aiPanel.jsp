<%@ include file="/WEB-INF/view/module/legacyui/template/include.jsp" %>
<openmrs:require privilege="View AI Consent" otherwise="/login.htm" />
<%-- The ids come from the portlet's model: the extension object is shared by all requests. --%>
<c:if test="${not empty model.encounter}">
  <script type="module" src="${pageContext.request.contextPath}/moduleResources/aisupport/panel/ai-panel.js"></script>
  <aisupport-panel
      patient="<c:out value='${model.encounter.patient.uuid}'/>"
      encounter="<c:out value='${model.encounter.uuid}'/>"
      <c:if test="${not empty model.encounter.visit}">visit="<c:out value='${model.encounter.visit.uuid}'/>"</c:if>
      base="${pageContext.request.contextPath}"
      locale="<c:out value='${pageContext.response.locale}'/>"></aisupport-panel>
</c:if>

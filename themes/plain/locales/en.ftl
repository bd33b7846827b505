# All else is said as civic says it.
details-title = Issue by issue
to-text = Back to the text
portal-title = Title:{" "}
portal-date = Published:{" "}
portal-source = Source:{" "}
portal-keywords = Keywords:{" "}
portal-body = Text: open notice.html in a browser, select all and paste.

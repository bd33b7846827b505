theme-syntax = the template does not parse: { $detail }
theme-syntax-hint = the words after the colon are the template engine's own
theme-name = there is nothing called “{ $name }” here
theme-name-hint = docs/themes.md lists what each page knows; a string of the theme is t.its_name
theme-tool = the template engine has no “{ $name }”
theme-tool-hint = look for a slip of the pen; docs/themes.md names the filters and functions that there are
theme-missing = the theme has no template “{ $name }”
theme-missing-hint = templates stand in templates/ of the theme, and nothing outside it can be read
theme-circle = these templates run each other without end: { $chain }
theme-circle-hint = take one step out of the circle
theme-runaway = this page does not come to an end, and was stopped
theme-runaway-hint = look for a loop within a loop, or for a template that runs itself
theme-string = the theme has no string “{ $name }”
theme-fault = the template cannot be run: { $detail }
theme-strings = this entry of the strings does not parse: { $detail }
theme-strings-hint = an entry is a line such as: progress-title = Progress
theme-extends = no theme called “{ $name }” ships with the tool
theme-engine = there is no template engine called “{ $name }”
theme-page = there is no kind of page called “{ $name }”
theme-no-template = theme.yaml asks for a page or a part whose template { $name } is not there
theme-no-template-hint = write templates/{ $name }, or take its name out of theme.yaml
theme-no-site-code = the theme does not print the site code { $code } in the head of its pages
theme-other-site-code = the theme prints the site code { $text }, and site.yaml has { $code }
theme-site-code-hint = write in <head>: {"{%"} if site.site_id %{"}"}<meta name="SiteIDCode" content="{"{{"} site.site_id {"}}"}">{"{%"} endif %{"}"}
theme-no-settings = the theme has no theme.yaml
theme-no-settings-hint = “gongkai theme new” makes a theme that has one

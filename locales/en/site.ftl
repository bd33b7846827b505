site-same-address = Two pages have the same address, { $address }.
site-same-address-hint = Change the id or the file name of one of them; leave an address that is already public as it is.
site-template = Template { $template }, line { $line }: { $detail }
site-no-theme = There is no theme called “{ $name }”.
site-theme-file = The theme lacks { $path }, or it is not UTF-8 text.
site-theme-settings = The theme’s theme.yaml cannot be read: { $detail }

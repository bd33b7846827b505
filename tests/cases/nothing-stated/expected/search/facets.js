gongkai.facets("0",{"notices":[["临江县广场管理处关于巡察整改情况的通报","01"]],"states":[["未标注","01"]],"units":[]});

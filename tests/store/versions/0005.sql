PRAGMA application_id = 1400137079;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE "acknowledgements" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "reason"  TEXT NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "acknowledgements" VALUES(1,'over-limit jc.s1.item.land-preview-siting','{"kind":null}','李','2026-08-12T10:00:00+08:00');
CREATE TABLE "activities" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "start"   TEXT NOT NULL,
  "finish"  TEXT NOT NULL,
  "days"    INTEGER NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "activities" VALUES(1,'jc.construction','2026-05-04','2026-01-20',308);
CREATE TABLE "agenda" (
  "project"     INTEGER NOT NULL REFERENCES "projects" ("number"),
  "position"    INTEGER NOT NULL,
  "kind"        INTEGER NOT NULL,
  "steward"     TEXT NOT NULL,
  "row"         TEXT NOT NULL,
  "name"        TEXT NOT NULL,
  "due"         TEXT NOT NULL,
  "yellow_from" TEXT NOT NULL,
  "red_from"    TEXT NOT NULL,
  "paused"      INTEGER NOT NULL,
  "provisional" INTEGER NOT NULL,
  PRIMARY KEY ("project", "position")
) STRICT;
INSERT INTO "agenda" VALUES(1,0,1,'李示例','/timer/3','启动文本编制：c1','2025-09-30','2025-10-01','2025-10-01',0,0);
INSERT INTO "agenda" VALUES(1,1,3,'李示例','jc.s1.box.item.county-blank#2','2026.3.5','2026-05-11','','',0,0);
INSERT INTO "agenda" VALUES(1,2,0,'李示例','jc.s2.item.construction-registration','建筑工程项目报建备案','2026-08-10','2026-08-11','2026-08-11',0,0);
INSERT INTO "agenda" VALUES(1,3,0,'李示例','jc.s2.item.eia','环评审批','2026-08-17','2026-08-18','2026-08-18',0,0);
INSERT INTO "agenda" VALUES(1,4,0,'李示例','jc.s2.item.construction-planning-permit','建设工程规划许可证','2026-08-24','2026-08-25','2026-08-25',0,0);
INSERT INTO "agenda" VALUES(1,5,5,'李示例','nat.s4.item.eia-acceptance','建设项目竣工环境保护自主验收','2026-10-13','2026-10-14','2026-10-14',0,0);
INSERT INTO "agenda" VALUES(1,6,0,'李示例','jc.s2.item.water-soil','生产建设项目水土保持方案审批','','','',1,0);
CREATE TABLE "answers" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "answers" VALUES(1,'jc.q.investment','filing');
INSERT INTO "answers" VALUES(1,'jc.q.construction','new');
INSERT INTO "answers" VALUES(1,'jc.q.land','a"b\c''d');
INSERT INTO "answers" VALUES(1,'jc.q.sector','general');
INSERT INTO "answers" VALUES(1,'jc.q.building','0');
INSERT INTO "answers" VALUES(1,'jc.q.civil-building','yes');
INSERT INTO "answers" VALUES(1,'jc.q.civil-air-defence','relocate');
INSERT INTO "answers" VALUES(1,'jc.q.eia','form');
INSERT INTO "answers" VALUES(1,'jc.q.energy','yes');
INSERT INTO "answers" VALUES(1,'jc.q.water-soil','yes');
INSERT INTO "answers" VALUES(1,'jc.q.flood','no');
INSERT INTO "answers" VALUES(1,'jc.q.water-abstraction','no');
INSERT INTO "answers" VALUES(1,'jc.q.tender','no');
INSERT INTO "answers" VALUES(1,'jc.q.flammables','no');
INSERT INTO "answers" VALUES(1,'jc.q.use','other');
INSERT INTO "answers" VALUES(1,'jc.q.area','32000');
CREATE TABLE "cases" (
  "project"       INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"           TEXT NOT NULL,
  "position"      INTEGER NOT NULL,
  "item"          TEXT NOT NULL,
  "segment"       TEXT NOT NULL,
  "number"        TEXT NOT NULL,
  "mode"          INTEGER NOT NULL,
  "level"         INTEGER NOT NULL,
  "bureau"        TEXT NOT NULL,
  "limit"         INTEGER NOT NULL,
  "extension"     INTEGER NOT NULL,
  "planned_start" TEXT NOT NULL, "extension_by" TEXT NOT NULL DEFAULT '', "extension_reason" TEXT NOT NULL DEFAULT '', "delivered" TEXT NOT NULL DEFAULT '', "verified" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "cases" VALUES(1,'c01',1,'jc.s1.item.filing','','虚构2026-0011',0,0,'',1,0,'','','','2026-05-14','');
INSERT INTO "cases" VALUES(1,'c02',2,'jc.s1.box.item.county-blank#1','','虚构2026-0012',0,4,'jc.b.zezhou',10,0,'','','','2026-06-12','');
INSERT INTO "cases" VALUES(1,'c03',3,'jc.s2.item.land-use-planning-permit','','虚构2026-0021',0,0,'',7,0,'','','','2026-06-22','');
INSERT INTO "cases" VALUES(1,'c04',4,'jc.s2.item.civil-air-defence','','虚构2026-0022',0,0,'',5,0,'','','','2026-07-27','');
INSERT INTO "cases" VALUES(1,'c05',5,'jc.s2.item.eia','','虚构2026-0023',0,0,'',15,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c06',6,'jc.s2.item.water-soil','','虚构2026-0024',0,0,'',10,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c07',7,'jc.s2.item.construction-registration','','虚构2026-0025',0,0,'',3,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c08',8,'jc.s2.item.construction-planning-permit','','虚构2026-0026',0,0,'',10,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c09',9,'jc.s2.item.infrastructure-fee','','',0,0,'',1,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c10',10,'nat.s3.item.quality-supervision','','',0,0,'',3,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c11',11,'nat.s3.item.safety-supervision','','',0,0,'',3,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c12',12,'nat.s3.item.construction-permit','','',0,0,'',5,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c13',13,'nat.s3.item.utilities','','',0,0,'',5,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c14',14,'nat.s3.box.item.blank#1','','',0,0,'',3,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c15',15,'nat.s4.item.joint-application','','',0,0,'',1,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c16',16,'nat.s4.item.planning-verification','','',0,0,'',7,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c17',17,'nat.s4.item.fire-filing','','',0,0,'',5,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c18',18,'nat.s4.item.archive-acceptance','','',0,0,'',5,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c19',19,'nat.s4.item.quality-acceptance','','',0,0,'',5,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c20',20,'nat.s4.item.water-soil-acceptance','','',0,0,'',5,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c21',21,'nat.s4.item.eia-acceptance','','',0,0,'',5,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c22',22,'nat.s4.item.completion-filing','','',0,0,'',3,0,'','','','','');
INSERT INTO "cases" VALUES(1,'c672427',23,'nat.s3.item.quality-supervision','','',1,0,'',37,0,'2027-11-04','','','','');
INSERT INTO "cases" VALUES(1,'c939581',24,'nat.s3.item.drawing-review','','',0,0,'',11,0,'2027-02-05','','','','');
INSERT INTO "cases" VALUES(1,'c223121',25,'jc.s2.item.construction-planning-permit','','',1,0,'',1,0,'2027-04-26','','','','');
CREATE TABLE "closings" (
  "project"     INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"         TEXT NOT NULL,
  "position"    INTEGER NOT NULL,
  "finished_on" TEXT NOT NULL,
  "handed_over" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "closings" VALUES(1,'jc.s1',1,'2026-06-10','["企业投资项目备案证 1 份","节能审查意见 1 份"]');
INSERT INTO "closings" VALUES(1,'jc.s3',2,'2027-04-25','["{\"kind\":null}"]');
CREATE TABLE "credits" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"      TEXT NOT NULL,
  "standing" TEXT NOT NULL,
  "day"      TEXT NOT NULL,
  "note"     TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
CREATE TABLE "digests" (
  "project"     INTEGER NOT NULL PRIMARY KEY REFERENCES "projects" ("number"),
  "calendar"    TEXT NOT NULL,
  "valid_until" TEXT NOT NULL,
  "pack"        TEXT NOT NULL,
  "state"       INTEGER NOT NULL,
  "name"        TEXT NOT NULL,
  "initials"    TEXT NOT NULL,
  "unit"        TEXT NOT NULL,
  "code"        TEXT NOT NULL,
  "place"       TEXT NOT NULL,
  "steward"     TEXT NOT NULL,
  "stage"       TEXT NOT NULL,
  "next_row"    TEXT NOT NULL,
  "next_name"   TEXT NOT NULL,
  "next_due"    TEXT NOT NULL,
  "provisional" INTEGER NOT NULL,
  "base_light"  INTEGER NOT NULL,
  "yellow_from" TEXT NOT NULL,
  "red_from"    TEXT NOT NULL
) STRICT;
INSERT INTO "digests" VALUES(1,'8c2e42480cf627e74e8dfd5878b8c198f30e0680a963a0bf2e2b3ac294821a37','2027-02-20','jincheng-2022',0,'虚构太行精工智能零部件工厂项目','xgtxjgznlbjgcxm','虚构太行精工有限公司','2604-140500-89-01-000009','晋城市泽州县虚构产业园一号地','李示例','jc.s1','/timer/3','启动文本编制：c1','2025-09-30',0,3,'2026-08-11','2026-08-11');
CREATE TABLE "documents" (
  "project"    INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"        TEXT NOT NULL,
  "form"       TEXT NOT NULL,
  "subject"    TEXT NOT NULL,
  "title"      TEXT NOT NULL,
  "state"      TEXT NOT NULL,
  "day"        TEXT NOT NULL,
  "sha256"     TEXT NOT NULL,
  "name"       TEXT NOT NULL,
  "of"         TEXT NOT NULL,
  "by"         TEXT NOT NULL,
  "at"         TEXT NOT NULL,
  "signatures" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "documents" VALUES(1,'0f8fad5b-d9cb-469f-a165-708677289511','scan','x','
a','scanned','','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','
a','0f8fad5b-d9cb-469f-a165-708677289511','','2026-03-01T08:00:00+08:00','[["\na","虚构","2026-03-01T08:00:00Z","\na"]]');
CREATE TABLE "durations" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "position" INTEGER NOT NULL,
  "item"     TEXT NOT NULL,
  "name"     TEXT NOT NULL,
  "bureau"   TEXT NOT NULL,
  "limit"    INTEGER NOT NULL,
  "used"     INTEGER NOT NULL,
  PRIMARY KEY ("project", "position")
) STRICT;
INSERT INTO "durations" VALUES(1,0,'jc.s1.item.filing','项目备案','晋城市行政审批服务管理局',1,1);
INSERT INTO "durations" VALUES(1,1,'jc.s2.item.land-use-planning-permit','用地规划许可证','晋城市行政审批服务管理局',7,5);
INSERT INTO "durations" VALUES(1,2,'jc.s2.item.civil-air-defence','防空地下室报建','晋城市行政审批服务管理局',5,4);
INSERT INTO "durations" VALUES(1,3,'nat.s4.item.eia-acceptance','环保自主验收','建设单位',5,0);
CREATE TABLE "editions" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"      TEXT NOT NULL,
  "day"      TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  "at"       TEXT NOT NULL,
  "reason"   TEXT NOT NULL,
  "content"  TEXT NOT NULL,
  "paper"    TEXT NOT NULL,
  "notified" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
CREATE TABLE "edits" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "text"    TEXT NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
CREATE TABLE "entrustments" (
  "project"   INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"       TEXT NOT NULL,
  "stages"    TEXT NOT NULL,
  "items"     TEXT NOT NULL,
  "signed_on" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "entrustments" VALUES(1,'','[]','["jc.s1.item.filing"]','2027-06-22');
CREATE TABLE "events" (
  "project"  INTEGER NOT NULL,
  "key"      TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "status"   INTEGER NOT NULL,
  "day"      TEXT NOT NULL,
  "actor"    TEXT NOT NULL,
  "kind"     TEXT NOT NULL,
  "note"     TEXT NOT NULL, "written" TEXT NOT NULL DEFAULT '', "proof" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("project", "key", "position"),
  FOREIGN KEY ("project", "key") REFERENCES "cases" ("project", "key")
) STRICT;
INSERT INTO "events" VALUES(1,'c01',0,1,'2026-05-11','综合窗口','','','','');
INSERT INTO "events" VALUES(1,'c01',1,3,'2026-05-11','项目审批一科','','','','');
INSERT INTO "events" VALUES(1,'c01',2,11,'2026-05-12','项目审批一科','','','','');
INSERT INTO "events" VALUES(1,'c02',0,1,'2026-05-13','综合窗口','','','','');
INSERT INTO "events" VALUES(1,'c02',1,6,'2026-05-14','项目审批一科','补正','一次性告知补齐能评登记信息','2026-05-14','');
INSERT INTO "events" VALUES(1,'c02',2,7,'2026-05-18','项目单位','','','','');
INSERT INTO "events" VALUES(1,'c02',3,3,'2026-05-19','项目审批一科','','','','');
INSERT INTO "events" VALUES(1,'c02',4,9,'2026-05-20','审勘中心','专家评审','节能报告评审，已书面告知所需时间','2026-05-20','');
INSERT INTO "events" VALUES(1,'c02',5,10,'2026-06-03','审勘中心','专家评审','','','');
INSERT INTO "events" VALUES(1,'c02',6,11,'2026-06-10','项目审批一科','','','','');
INSERT INTO "events" VALUES(1,'c03',0,1,'2026-06-11','综合窗口','','','','');
INSERT INTO "events" VALUES(1,'c03',1,3,'2026-06-11','项目审批二科','','','','');
INSERT INTO "events" VALUES(1,'c03',2,11,'2026-06-18','项目审批二科','','','','');
INSERT INTO "events" VALUES(1,'c04',0,1,'2026-07-16','综合窗口','','','','');
INSERT INTO "events" VALUES(1,'c04',1,3,'2026-07-17','项目审批三科','','','','');
INSERT INTO "events" VALUES(1,'c04',2,11,'2026-07-23','项目审批三科','','','','');
INSERT INTO "events" VALUES(1,'c05',0,1,'2026-07-24','综合窗口','','','','');
INSERT INTO "events" VALUES(1,'c05',1,3,'2026-07-27','项目审批四科','','','','');
INSERT INTO "events" VALUES(1,'c06',0,1,'2026-07-29','综合窗口','','','','');
INSERT INTO "events" VALUES(1,'c06',1,3,'2026-07-30','项目审批四科','','','','');
INSERT INTO "events" VALUES(1,'c06',2,9,'2026-08-03','审勘中心','专家评审','水土保持方案技术评审，预计三周','','');
INSERT INTO "events" VALUES(1,'c07',0,1,'2026-08-05','综合窗口','','','','');
INSERT INTO "events" VALUES(1,'c07',1,3,'2026-08-05','项目审批二科','','','','');
INSERT INTO "events" VALUES(1,'c08',0,1,'2026-08-07','综合窗口','','','','');
INSERT INTO "events" VALUES(1,'c08',1,3,'2026-08-10','项目审批二科','','','','');
INSERT INTO "events" VALUES(1,'c15',0,6,'2026-04-11','王','%s %n','大同市平城区','2027-07-16',' ');
INSERT INTO "events" VALUES(1,'c21',0,11,'2026-09-22','王','{"kind":null}','一
二	三','2026-05-01','');
INSERT INTO "events" VALUES(1,'c21',1,10,'2027-02-21','王','{"kind":null}','a"b\c''d','',' ');
CREATE TABLE "facts" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "facts" VALUES(1,'name','虚构太行精工智能零部件工厂项目');
INSERT INTO "facts" VALUES(1,'code','2604-140500-89-01-000009');
INSERT INTO "facts" VALUES(1,'unit','虚构太行精工有限公司');
INSERT INTO "facts" VALUES(1,'credit_code','一 二 三');
INSERT INTO "facts" VALUES(1,'contact','王示例');
INSERT INTO "facts" VALUES(1,'phone','0356-0000001');
INSERT INTO "facts" VALUES(1,'steward','李示例');
INSERT INTO "facts" VALUES(1,'agency','晋城市行政审批服务管理局');
INSERT INTO "facts" VALUES(1,'filled_by','项目管理科');
INSERT INTO "facts" VALUES(1,'filled_on','2026-04-28');
INSERT INTO "facts" VALUES(1,'type','企业投资备案类，新建');
INSERT INTO "facts" VALUES(1,'place','晋城市泽州县虚构产业园一号地');
INSERT INTO "facts" VALUES(1,'scale','总建筑面积 32000 ㎡，占地 58 亩');
INSERT INTO "facts" VALUES(1,'content','新建零部件加工车间两座、成品库一座、综合办公楼一座及配套道路管网');
INSERT INTO "facts" VALUES(1,'funding','0');
INSERT INTO "facts" VALUES(1,'investment','18600');
INSERT INTO "facts" VALUES(1,'land','出让取得，已签订国有建设用地使用权出让合同');
INSERT INTO "facts" VALUES(1,'plot','虚构-2026-01');
INSERT INTO "facts" VALUES(1,'start','2026-05-11');
INSERT INTO "facts" VALUES(1,'note','本项目为演示用虚构项目');
CREATE TABLE "files" (
  "sha256" TEXT NOT NULL PRIMARY KEY,
  "size"   INTEGER NOT NULL,
  "bytes"  BLOB NOT NULL
) STRICT;
CREATE TABLE "ledger" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "day"     TEXT NOT NULL,
  "kind"    TEXT NOT NULL,
  "text"    TEXT NOT NULL,
  "result"  TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "ledger" VALUES(1,'1','2026-04-24','咨询解答','项目单位来访，介绍“全代办”服务，说明自愿、无偿。','项目单位愿意委托');
INSERT INTO "ledger" VALUES(1,'2','2026-04-28','审批推进','项目管理科组织集体会商，各科填报研判表。','形成服务方案第一版');
INSERT INTO "ledger" VALUES(1,'3','2026-05-08','审批推进','签订“全代办”服务委托书。','委托书归档');
INSERT INTO "ledger" VALUES(1,'4','2026-05-12','审批推进','备案办结，电话告知项目单位。','企业投资项目备案证');
INSERT INTO "ledger" VALUES(1,'5','2026-05-14','提醒催办','节能审查材料缺登记信息，发一次性补正告知。','5月18日补齐');
INSERT INTO "ledger" VALUES(1,'6','2026-06-10','审批推进','节能审查办结，阶段一完成。','节能审查意见');
INSERT INTO "ledger" VALUES(1,'7','2026-06-18','审批推进','用地规划许可办结，送达证照。','建设用地规划许可证');
INSERT INTO "ledger" VALUES(1,'8','2026-07-23','协调推进','协调项目审批三科核定办公楼人防异地建设面积。','人防审批意见');
INSERT INTO "ledger" VALUES(1,'9','2026-08-03','协调推进','水土保持方案进入技术评审，书面告知所需时间。','暂停计时');
INSERT INTO "ledger" VALUES(1,'10','2026-08-11','提醒催办','报建备案已超承诺时限，提请管家团队督办。','');
INSERT INTO "ledger" VALUES(1,'11','2026-02-13','虚构','2026.3.5','%s %n');
INSERT INTO "ledger" VALUES(1,'12','2026-12-20','；，。','2026.3.5','大同市平城区');
CREATE TABLE "levers" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "on"      INTEGER NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "levers" VALUES(1,'commitment jc.s2.item.prelim-design',1,'a"b\c''d','2026-08-12T10:00:00+08:00');
CREATE TABLE "links" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  "note"    TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "links" VALUES(1,'jc.s2.box.item.county-blank#1 jc.s1.item.feasibility','王','2026-03-01T08:00:00+08:00','\
𠮷a
同');
INSERT INTO "links" VALUES(1,'jc.s1.item.proposal nat.s4.item.utility-connection','王','2026-03-01T08:00:00+08:00','""𠮷a');
CREATE TABLE "log" (
  "sequence" INTEGER NOT NULL PRIMARY KEY,
  "at"       TEXT NOT NULL,
  "project"  TEXT NOT NULL,
  "actor"    TEXT NOT NULL,
  "label"    TEXT NOT NULL,
  "undoes"   INTEGER REFERENCES "log" ("sequence"),
  "changes"  TEXT NOT NULL,
  "hash"     TEXT NOT NULL
) STRICT;
INSERT INTO "log" VALUES(1,'2026-11-21T14:47:00.872809Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-0','Import 虚构太行精工智能零部件工厂项目',NULL,'[{"kind":"record","key":"","before":null,"after":{"pack":"jincheng-2022","pack_version":"2022.1","pack_sha256":"8970c35a265c9868d45ae9f3ed743b34956c83f12fd222f615a3e3668fb4786c","state":"open"}},{"kind":"fact","key":"agency","before":null,"after":"晋城市行政审批服务管理局"},{"kind":"fact","key":"code","before":null,"after":"2604-140500-89-01-000009"},{"kind":"fact","key":"contact","before":null,"after":"王示例"},{"kind":"fact","key":"content","before":null,"after":"新建零部件加工车间两座、成品库一座、综合办公楼一座及配套道路管网"},{"kind":"fact","key":"credit_code","before":null,"after":"91140500MA0000000P"},{"kind":"fact","key":"filled_by","before":null,"after":"项目管理科"},{"kind":"fact","key":"filled_on","before":null,"after":"2026-04-28"},{"kind":"fact","key":"funding","before":null,"after":"企业自筹"},{"kind":"fact","key":"investment","before":null,"after":"18600"},{"kind":"fact","key":"land","before":null,"after":"出让取得，已签订国有建设用地使用权出让合同"},{"kind":"fact","key":"name","before":null,"after":"虚构太行精工智能零部件工厂项目"},{"kind":"fact","key":"note","before":null,"after":"本项目为演示用虚构项目"},{"kind":"fact","key":"phone","before":null,"after":"0356-0000001"},{"kind":"fact","key":"place","before":null,"after":"晋城市泽州县虚构产业园一号地"},{"kind":"fact","key":"plot","before":null,"after":"虚构-2026-01"},{"kind":"fact","key":"scale","before":null,"after":"总建筑面积 32000 ㎡，占地 58 亩"},{"kind":"fact","key":"start","before":null,"after":"2026-05-11"},{"kind":"fact","key":"steward","before":null,"after":"李示例"},{"kind":"fact","key":"type","before":null,"after":"企业投资备案类，新建"},{"kind":"fact","key":"unit","before":null,"after":"虚构太行精工有限公司"},{"kind":"answer","key":"jc.q.area","before":null,"after":"32000"},{"kind":"answer","key":"jc.q.building","before":null,"after":"yes"},{"kind":"answer","key":"jc.q.civil-air-defence","before":null,"after":"relocate"},{"kind":"answer","key":"jc.q.civil-building","before":null,"after":"yes"},{"kind":"answer","key":"jc.q.construction","before":null,"after":"new"},{"kind":"answer","key":"jc.q.eia","before":null,"after":"form"},{"kind":"answer","key":"jc.q.energy","before":null,"after":"yes"},{"kind":"answer","key":"jc.q.flammables","before":null,"after":"no"},{"kind":"answer","key":"jc.q.flood","before":null,"after":"no"},{"kind":"answer","key":"jc.q.investment","before":null,"after":"filing"},{"kind":"answer","key":"jc.q.land","before":null,"after":"transfer"},{"kind":"answer","key":"jc.q.sector","before":null,"after":"general"},{"kind":"answer","key":"jc.q.tender","before":null,"after":"no"},{"kind":"answer","key":"jc.q.use","before":null,"after":"other"},{"kind":"answer","key":"jc.q.water-abstraction","before":null,"after":"no"},{"kind":"answer","key":"jc.q.water-soil","before":null,"after":"yes"},{"kind":"tick","key":"jc.s1.box.app.construction-registration-form","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.app.energy-review-request","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.app.filing-form-jincheng","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.app.filing-request","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.doc.filing-cert","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.item.approval","before":null,"after":{"on":false,"by":"项目审批一科","at":"2026-04-27T15:24:00+08:00"}},{"kind":"tick","key":"jc.s1.box.item.feasibility","before":null,"after":{"on":false,"by":"项目审批一科","at":"2026-04-27T15:24:00+08:00"}},{"kind":"tick","key":"jc.s1.box.item.filing","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.item.proposal","before":null,"after":{"on":false,"by":"项目审批一科","at":"2026-04-27T15:24:00+08:00"}},{"kind":"tick","key":"jc.s1.box.land.planning-conditions","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:05:00+08:00"}},{"kind":"tick","key":"jc.s1.box.land.transfer-contract","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:05:00+08:00"}},{"kind":"tick","key":"jc.s1.box.opn.energy-dual-control","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.oth.credit-commitment","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.oth.energy-commitment","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.oth.energy-truth-commitment","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.oth.filing-truth-letter","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s1.box.rep.energy","before":null,"after":{"on":true,"by":"项目审批一科","at":"2026-04-27T15:20:00+08:00"}},{"kind":"tick","key":"jc.s2.box.app.civil-air-defence-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T09:10:00+08:00"}},{"kind":"tick","key":"jc.s2.box.app.construction-planning-form","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.app.construction-registration-form","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.app.eia-request","before":null,"after":{"on":true,"by":"项目审批四科","at":"2026-04-28T09:36:00+08:00"}},{"kind":"tick","key":"jc.s2.box.app.infrastructure-fee-form","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.app.land-use-planning-form","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.app.water-soil-request","before":null,"after":{"on":true,"by":"项目审批四科","at":"2026-04-28T09:36:00+08:00"}},{"kind":"tick","key":"jc.s2.box.doc.filing-cert","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.fee.civil-air-defence-relocation","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T09:10:00+08:00"}},{"kind":"tick","key":"jc.s2.box.fee.infrastructure","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.civil-air-defence","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T09:10:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.construction-planning-permit","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.construction-registration","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.eia","before":null,"after":{"on":true,"by":"项目审批四科","at":"2026-04-28T09:36:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.fire-design","before":null,"after":{"on":false,"by":"项目审批三科","at":"2026-04-28T09:15:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.flood-impact","before":null,"after":{"on":false,"by":"项目审批四科","at":"2026-04-28T09:40:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.infrastructure-fee","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.land-use-planning-permit","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.water-abstraction","before":null,"after":{"on":false,"by":"项目审批四科","at":"2026-04-28T09:40:00+08:00"}},{"kind":"tick","key":"jc.s2.box.item.water-soil","before":null,"after":{"on":true,"by":"项目审批四科","at":"2026-04-28T09:36:00+08:00"}},{"kind":"tick","key":"jc.s2.box.land.planning-conditions","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.land.transfer-contract","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.rep.architecture","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.rep.detailed-plan-architecture","before":null,"after":{"on":true,"by":"项目审批二科","at":"2026-04-27T16:12:00+08:00"}},{"kind":"tick","key":"jc.s2.box.rep.eia","before":null,"after":{"on":true,"by":"项目审批四科","at":"2026-04-28T09:36:00+08:00"}},{"kind":"tick","key":"jc.s2.box.rep.water-soil","before":null,"after":{"on":true,"by":"项目审批四科","at":"2026-04-28T09:36:00+08:00"}},{"kind":"tick","key":"nat.s3.box.item.construction-permit","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.item.quality-supervision","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.item.safety-supervision","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.item.utilities","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.contractor","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.cpp2","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.danger-list","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.drawings-ok","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.fire-ok","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.five-parties","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.funds-commitment","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.land-approval","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.permit-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.qs-measures","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.quality-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.safety-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.safety-measures","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.site-ready","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s3.box.m.utility-demand","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:02:00+08:00"}},{"kind":"tick","key":"nat.s4.box.item.archive-acceptance","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.item.completion-filing","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.item.eia-acceptance","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.item.fire-filing","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.item.joint-application","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.item.planning-verification","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.item.quality-acceptance","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.item.water-soil-acceptance","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.archive-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.as-built","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.cf-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.cf-report","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.cf-warranty","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.fa-report2","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.ff-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.joint-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.joint-survey","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"tick","key":"nat.s4.box.m.pv-form","before":null,"after":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"}},{"kind":"row","key":"jc.s1.box.item.county-blank#1","before":null,"after":{"position":1,"box":"jc.s1.box.item.county-blank","text":"固定资产投资项目节能审查","by":"项目审批一科","at":"2026-04-27T15:30:00+08:00","limit":10}},{"kind":"row","key":"jc.s1.box.oth.blank#1","before":null,"after":{"position":2,"box":"jc.s1.box.oth.blank","text":"项目用地说明（含拟选位置示意图，原件）","by":"项目审批二科","at":"2026-04-27T16:06:00+08:00","limit":-1}},{"kind":"row","key":"jc.s2.box.rep.blank#1","before":null,"after":{"position":3,"box":"jc.s2.box.rep.blank","text":"岩土工程勘察报告（原件）","by":"项目审批二科","at":"2026-04-27T16:20:00+08:00","limit":-1}},{"kind":"row","key":"nat.s3.box.item.blank#1","before":null,"after":{"position":4,"box":"nat.s3.box.item.blank","text":"临时用电申请","by":"项目审批三科","at":"2026-04-28T10:05:00+08:00","limit":3}},{"kind":"text","key":"jc.s1.text.key-points","before":null,"after":"备案信息须与出让合同的用地面积、容积率一致；项目代码在备案后取得，后续各环节统一使用。"},{"kind":"text","key":"jc.s1.text.optimisation","before":null,"after":"建议节能评审与用地规划许可的材料准备同步进行。"},{"kind":"text","key":"jc.s1.text.special-steps","before":null,"after":"节能报告由审勘中心组织专家评审，评审时间不计入办理时限。"},{"kind":"text","key":"jc.s2.text.fees","before":null,"after":"综合办公楼的人防异地建设费由科室核定；厂房是否减免配套费由科室确认。"},{"kind":"text","key":"jc.s2.text.key-points","before":null,"after":"总平面布置图一次定稿，避免规划、环评、水保三套图不一致；办公楼按民用建筑核定人防。"},{"kind":"text","key":"jc.s2.text.optimisation","before":null,"after":"环评、水土保持方案与工程规划许可并联推进；建筑设计方案一次提交、三科共用。"},{"kind":"text","key":"jc.s2.text.special-steps","before":null,"after":"水土保持方案技术评审；环境影响报告表公示。"},{"kind":"text","key":"nat.s3.text.key-points","before":null,"after":"取得工程规划许可证后即可同步准备质量、安全监督材料，与施工许可合并办理。"},{"kind":"text","key":"nat.s4.text.key-points","before":null,"after":"竣工前三个月联系测绘单位，联合测绘一次、各科共用。"},{"kind":"case","key":"c01","before":null,"after":{"position":1,"item":"jc.s1.item.filing","segment":"","number":"虚构2026-0011","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2026-05-11","actor":"综合窗口","kind":"","note":"","written":"","proof":""},{"status":3,"day":"2026-05-11","actor":"项目审批一科","kind":"","note":"","written":"","proof":""},{"status":11,"day":"2026-05-12","actor":"项目审批一科","kind":"","note":"","written":"","proof":""}],"delivered":"2026-05-14","verified":""}},{"kind":"case","key":"c02","before":null,"after":{"position":2,"item":"jc.s1.box.item.county-blank#1","segment":"","number":"虚构2026-0012","mode":0,"level":4,"bureau":"jc.b.zezhou","limit":10,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2026-05-13","actor":"综合窗口","kind":"","note":"","written":"","proof":""},{"status":6,"day":"2026-05-14","actor":"项目审批一科","kind":"补正","note":"一次性告知补齐能评登记信息","written":"2026-05-14","proof":""},{"status":7,"day":"2026-05-18","actor":"项目单位","kind":"","note":"","written":"","proof":""},{"status":3,"day":"2026-05-19","actor":"项目审批一科","kind":"","note":"","written":"","proof":""},{"status":9,"day":"2026-05-20","actor":"审勘中心","kind":"专家评审","note":"节能报告评审，已书面告知所需时间","written":"2026-05-20","proof":""},{"status":10,"day":"2026-06-03","actor":"审勘中心","kind":"专家评审","note":"","written":"","proof":""},{"status":11,"day":"2026-06-10","actor":"项目审批一科","kind":"","note":"","written":"","proof":""}],"delivered":"2026-06-12","verified":""}},{"kind":"case","key":"c03","before":null,"after":{"position":3,"item":"jc.s2.item.land-use-planning-permit","segment":"","number":"虚构2026-0021","mode":0,"level":0,"bureau":"","limit":7,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2026-06-11","actor":"综合窗口","kind":"","note":"","written":"","proof":""},{"status":3,"day":"2026-06-11","actor":"项目审批二科","kind":"","note":"","written":"","proof":""},{"status":11,"day":"2026-06-18","actor":"项目审批二科","kind":"","note":"","written":"","proof":""}],"delivered":"2026-06-22","verified":""}},{"kind":"case","key":"c04","before":null,"after":{"position":4,"item":"jc.s2.item.civil-air-defence","segment":"","number":"虚构2026-0022","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2026-07-16","actor":"综合窗口","kind":"","note":"","written":"","proof":""},{"status":3,"day":"2026-07-17","actor":"项目审批三科","kind":"","note":"","written":"","proof":""},{"status":11,"day":"2026-07-23","actor":"项目审批三科","kind":"","note":"","written":"","proof":""}],"delivered":"2026-07-27","verified":""}},{"kind":"case","key":"c05","before":null,"after":{"position":5,"item":"jc.s2.item.eia","segment":"","number":"虚构2026-0023","mode":0,"level":0,"bureau":"","limit":15,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2026-07-24","actor":"综合窗口","kind":"","note":"","written":"","proof":""},{"status":3,"day":"2026-07-27","actor":"项目审批四科","kind":"","note":"","written":"","proof":""}],"delivered":"","verified":""}},{"kind":"case","key":"c06","before":null,"after":{"position":6,"item":"jc.s2.item.water-soil","segment":"","number":"虚构2026-0024","mode":0,"level":0,"bureau":"","limit":10,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2026-07-29","actor":"综合窗口","kind":"","note":"","written":"","proof":""},{"status":3,"day":"2026-07-30","actor":"项目审批四科","kind":"","note":"","written":"","proof":""},{"status":9,"day":"2026-08-03","actor":"审勘中心","kind":"专家评审","note":"水土保持方案技术评审，预计三周","written":"","proof":""}],"delivered":"","verified":""}},{"kind":"case","key":"c07","before":null,"after":{"position":7,"item":"jc.s2.item.construction-registration","segment":"","number":"虚构2026-0025","mode":0,"level":0,"bureau":"","limit":3,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2026-08-05","actor":"综合窗口","kind":"","note":"","written":"","proof":""},{"status":3,"day":"2026-08-05","actor":"项目审批二科","kind":"","note":"","written":"","proof":""}],"delivered":"","verified":""}},{"kind":"case","key":"c08","before":null,"after":{"position":8,"item":"jc.s2.item.construction-planning-permit","segment":"","number":"虚构2026-0026","mode":0,"level":0,"bureau":"","limit":10,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2026-08-07","actor":"综合窗口","kind":"","note":"","written":"","proof":""},{"status":3,"day":"2026-08-10","actor":"项目审批二科","kind":"","note":"","written":"","proof":""}],"delivered":"","verified":""}},{"kind":"case","key":"c09","before":null,"after":{"position":9,"item":"jc.s2.item.infrastructure-fee","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c10","before":null,"after":{"position":10,"item":"nat.s3.item.quality-supervision","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":3,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c11","before":null,"after":{"position":11,"item":"nat.s3.item.safety-supervision","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":3,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c12","before":null,"after":{"position":12,"item":"nat.s3.item.construction-permit","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c13","before":null,"after":{"position":13,"item":"nat.s3.item.utilities","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c14","before":null,"after":{"position":14,"item":"nat.s3.box.item.blank#1","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":3,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c15","before":null,"after":{"position":15,"item":"nat.s4.item.joint-application","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c16","before":null,"after":{"position":16,"item":"nat.s4.item.planning-verification","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":7,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c17","before":null,"after":{"position":17,"item":"nat.s4.item.fire-filing","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c18","before":null,"after":{"position":18,"item":"nat.s4.item.archive-acceptance","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c19","before":null,"after":{"position":19,"item":"nat.s4.item.quality-acceptance","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c20","before":null,"after":{"position":20,"item":"nat.s4.item.water-soil-acceptance","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c21","before":null,"after":{"position":21,"item":"nat.s4.item.eia-acceptance","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"case","key":"c22","before":null,"after":{"position":22,"item":"nat.s4.item.completion-filing","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":3,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}},{"kind":"activity","key":"jc.construction","before":null,"after":{"start":"","finish":"","days":240}},{"kind":"entrustment","key":"","before":null,"after":{"stages":["jc.s1","jc.s2","jc.s3"],"items":[],"signed_on":"2026-05-08"}},{"kind":"closing","key":"jc.s1","before":null,"after":{"position":1,"finished_on":"2026-06-10","handed_over":["企业投资项目备案证 1 份","节能审查意见 1 份"]}},{"kind":"ledger","key":"1","before":null,"after":{"day":"2026-04-24","kind":"咨询解答","text":"项目单位来访，介绍“全代办”服务，说明自愿、无偿。","result":"项目单位愿意委托"}},{"kind":"ledger","key":"2","before":null,"after":{"day":"2026-04-28","kind":"审批推进","text":"项目管理科组织集体会商，各科填报研判表。","result":"形成服务方案第一版"}},{"kind":"ledger","key":"3","before":null,"after":{"day":"2026-05-08","kind":"审批推进","text":"签订“全代办”服务委托书。","result":"委托书归档"}},{"kind":"ledger","key":"4","before":null,"after":{"day":"2026-05-12","kind":"审批推进","text":"备案办结，电话告知项目单位。","result":"企业投资项目备案证"}},{"kind":"ledger","key":"5","before":null,"after":{"day":"2026-05-14","kind":"提醒催办","text":"节能审查材料缺登记信息，发一次性补正告知。","result":"5月18日补齐"}},{"kind":"ledger","key":"6","before":null,"after":{"day":"2026-06-10","kind":"审批推进","text":"节能审查办结，阶段一完成。","result":"节能审查意见"}},{"kind":"ledger","key":"7","before":null,"after":{"day":"2026-06-18","kind":"审批推进","text":"用地规划许可办结，送达证照。","result":"建设用地规划许可证"}},{"kind":"ledger","key":"8","before":null,"after":{"day":"2026-07-23","kind":"协调推进","text":"协调项目审批三科核定办公楼人防异地建设面积。","result":"人防审批意见"}},{"kind":"ledger","key":"9","before":null,"after":{"day":"2026-08-03","kind":"协调推进","text":"水土保持方案进入技术评审，书面告知所需时间。","result":"暂停计时"}},{"kind":"ledger","key":"10","before":null,"after":{"day":"2026-08-11","kind":"提醒催办","text":"报建备案已超承诺时限，提请管家团队督办。","result":""}},{"kind":"suggestion","key":"","before":null,"after":"建议报建备案与工程规划许可合并受理；总平面图由各科共享，不再重复提交。"}]','467f864dfe0fad8fc12dda9a1a2eb3a944c546450dfe8e0c06b7bab5450b34d7');
INSERT INTO "log" VALUES(2,'2026-11-21T14:47:01.133681Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-1','Record “received” for 配套费',NULL,'[{"kind":"case","key":"c09","before":{"position":9,"item":"jc.s2.item.infrastructure-fee","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""},"after":{"position":9,"item":"jc.s2.item.infrastructure-fee","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2027-11-29","actor":"王","kind":"；，。","note":"这是一段很长很长很长很长很长很长很长很长很长很长很长很长的文字","written":"2027-02-16","proof":"%s %n"}],"delivered":"","verified":""}}]','5ea80cae5aa711546f7f1a20eb5315d5912efce4563ffa419e37236f45f76ee3');
INSERT INTO "log" VALUES(3,'2026-11-21T14:47:01.140993Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-2','Record “received” for 配套费',2,'[{"kind":"case","key":"c09","before":{"position":9,"item":"jc.s2.item.infrastructure-fee","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":1,"day":"2027-11-29","actor":"王","kind":"；，。","note":"这是一段很长很长很长很长很长很长很长很长很长很长很长很长的文字","written":"2027-02-16","proof":"%s %n"}],"delivered":"","verified":""},"after":{"position":9,"item":"jc.s2.item.infrastructure-fee","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""}}]','1ca8cb083677eeabbb84858ba3b7dbe6fb12981c2932a46db77250a7cf8cb7cc');
INSERT INTO "log" VALUES(4,'2026-11-21T14:47:01.155067Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-3','Change the closing form of 施工许可阶段',NULL,'[{"kind":"closing","key":"jc.s3","before":null,"after":{"position":2,"finished_on":"2027-04-25","handed_over":["{\"kind\":null}"]}}]','49776f81d49442d50d09c70642dd867c30de614d193bb0318cc396d0b2dee3f7');
INSERT INTO "log" VALUES(5,'2026-11-21T14:47:01.164270Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-4','Change the entrustment',NULL,'[{"kind":"entrustment","key":"","before":{"stages":["jc.s1","jc.s2","jc.s3"],"items":[],"signed_on":"2026-05-08"},"after":{"stages":[],"items":[],"signed_on":"2026-04-20"}}]','8a3c36791aed419430b5e6990936ffa5a4437e03858a781c0ec9caad136061fa');
INSERT INTO "log" VALUES(6,'2026-11-21T14:47:01.173373Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-5','Change the entrustment',5,'[{"kind":"entrustment","key":"","before":{"stages":[],"items":[],"signed_on":"2026-04-20"},"after":{"stages":["jc.s1","jc.s2","jc.s3"],"items":[],"signed_on":"2026-05-08"}}]','f4bb5963f03afe4fc9cdecb110ddbbefd36afbea43d0e69eca6fef8b740f4114');
INSERT INTO "log" VALUES(7,'2026-11-21T14:47:01.187957Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-6','Write “0” in the ledger',NULL,'[{"kind":"ledger","key":"11","before":null,"after":{"day":"2026-01-30","kind":"这是一段很长很长很长很长很长很长很长很长很长很长很长很长的文字","text":"0","result":"a\"b\\c''d"}}]','a68529d0f1c05f85fee583a071e180e77c7e3aad7905d3037d53c8dba5823c21');
INSERT INTO "log" VALUES(8,'2026-11-21T14:47:01.192754Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-8','Change the suggestion form',NULL,'[{"kind":"suggestion","key":"","before":"建议报建备案与工程规划许可合并受理；总平面图由各科共享，不再重复提交。","after":"大同市平城区"}]','86d1ab713e0fc42f7ffc524cd2a783f57a7ce75514e7db96031024c181ead598');
INSERT INTO "log" VALUES(9,'2026-11-21T14:47:01.206347Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-11','Change the suggestion form',8,'[{"kind":"suggestion","key":"","before":"大同市平城区","after":"建议报建备案与工程规划许可合并受理；总平面图由各科共享，不再重复提交。"}]','c22555ee765f2d79d782cd06f7dda873170ea9bbf67ee314b142e0ed8768a5ce');
INSERT INTO "log" VALUES(10,'2026-11-21T14:47:01.215773Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-13','Write “0” in the ledger',7,'[{"kind":"ledger","key":"11","before":{"day":"2026-01-30","kind":"这是一段很长很长很长很长很长很长很长很长很长很长很长很长的文字","text":"0","result":"a\"b\\c''d"},"after":null}]','e68a632c85f603170161e77f6f9075bdf49a7655936450f7461ec732d6962650');
INSERT INTO "log" VALUES(11,'2026-11-21T14:47:01.229857Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-15','Change the suggestion form',NULL,'[{"kind":"suggestion","key":"","before":"建议报建备案与工程规划许可合并受理；总平面图由各科共享，不再重复提交。","after":"%s %n"}]','d9986571b4e066c0c5f96bc508a58111e8bde695288a83712c11656de81a6cbd');
INSERT INTO "log" VALUES(12,'2026-11-21T14:47:01.244779Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-18','Change “；，。”',NULL,'[{"kind":"row","key":"jc.s1.box.oth.blank#1","before":{"position":2,"box":"jc.s1.box.oth.blank","text":"项目用地说明（含拟选位置示意图，原件）","by":"项目审批二科","at":"2026-04-27T16:06:00+08:00","limit":-1},"after":{"position":2,"box":"jc.s1.box.oth.blank","text":"；，。","by":"项目审批二科","at":"2026-04-27T16:06:00+08:00","limit":-1}}]','9ecb26f98e84fe78023b0d09831acfa21b8982fc9e28afb955276db392b91178');
INSERT INTO "log" VALUES(13,'2026-11-21T14:47:01.260166Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-19','Record “correction starts” for 联合验收申请',NULL,'[{"kind":"case","key":"c15","before":{"position":15,"item":"nat.s4.item.joint-application","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""},"after":{"position":15,"item":"nat.s4.item.joint-application","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":6,"day":"2026-04-11","actor":"王","kind":"%s %n","note":"大同市平城区","written":"2027-07-16","proof":" "}],"delivered":"","verified":""}}]','9cbda029d07c90008d721e966ec93cc1c41442b511527c33a86ba24408206fb7');
INSERT INTO "log" VALUES(14,'2026-11-21T14:47:01.272167Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-21','Write “2026.3.5” in the ledger',NULL,'[{"kind":"ledger","key":"11","before":null,"after":{"day":"2026-02-13","kind":"虚构","text":"2026.3.5","result":"%s %n"}}]','278f3f8e7a46a9f8c2db32cb68280d986cb04c91fd9b97a9c41480dce030067b');
INSERT INTO "log" VALUES(15,'2026-11-21T14:47:01.289996Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-23','Change the dates of 施工',NULL,'[{"kind":"activity","key":"jc.construction","before":{"start":"","finish":"","days":240},"after":{"start":"2026-12-17","finish":"2027-10-29","days":292}}]','df0c1bd8de4752aa31598210d674cbd6f59206e1c2b22b5956048801eb09ffd5');
INSERT INTO "log" VALUES(16,'2026-11-21T14:47:01.296140Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-24','Change the entrustment',NULL,'[{"kind":"entrustment","key":"","before":{"stages":["jc.s1","jc.s2","jc.s3"],"items":[],"signed_on":"2026-05-08"},"after":{"stages":[],"items":["jc.s1.item.filing"],"signed_on":"2027-06-22"}}]','be2c229283223769619cfc290eb3e396fa5cfb74c62ec2b7d39fd72ed2dd42f4');
INSERT INTO "log" VALUES(17,'2026-11-21T14:47:01.304812Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-25','Acknowledge 超过办理时限 of 占道挖掘、绿地、树木',NULL,'[{"kind":"acknowledgement","key":"over-limit nat.s3.item.road-occupation","before":null,"after":{"reason":"一\n二\t三","by":"李","at":"2026-08-12T10:00:00+08:00"}}]','2d422aa6253526e92f515108f6b50b5472cd9810138a30ea25bdd49b5506848f');
INSERT INTO "log" VALUES(18,'2026-11-21T14:47:01.316696Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-26','Acknowledge 超过办理时限 of 占道挖掘、绿地、树木',17,'[{"kind":"acknowledgement","key":"over-limit nat.s3.item.road-occupation","before":{"reason":"一\n二\t三","by":"李","at":"2026-08-12T10:00:00+08:00"},"after":null}]','db4044a16af14f07a4af0f3e319ec0e5a0b8a68a1950b4a71f52b6f833f0ddfc');
INSERT INTO "log" VALUES(19,'2026-11-21T14:47:01.321368Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-27','Record “special procedure ends” for 环保自主验收',NULL,'[{"kind":"case","key":"c21","before":{"position":21,"item":"nat.s4.item.eia-acceptance","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[],"delivered":"","verified":""},"after":{"position":21,"item":"nat.s4.item.eia-acceptance","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":10,"day":"2027-02-21","actor":"王","kind":"{\"kind\":null}","note":"a\"b\\c''d","written":"","proof":" "}],"delivered":"","verified":""}}]','dd59c496a23e7223e2040b65c608aae4f4d321884d2e20199ea97add589e2362');
INSERT INTO "log" VALUES(20,'2026-11-21T14:47:01.332221Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-28','Change the case of 环保自主验收',NULL,'[{"kind":"case","key":"c21","before":{"position":21,"item":"nat.s4.item.eia-acceptance","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":10,"day":"2027-02-21","actor":"王","kind":"{\"kind\":null}","note":"a\"b\\c''d","written":"","proof":" "}],"delivered":"","verified":""},"after":{"position":21,"item":"nat.s4.item.eia-acceptance","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":5,"extension":0,"extension_by":"","extension_reason":"","planned_start":"","events":[{"status":11,"day":"2026-09-22","actor":"王","kind":"{\"kind\":null}","note":"一\n二\t三","written":"2026-05-01","proof":""},{"status":10,"day":"2027-02-21","actor":"王","kind":"{\"kind\":null}","note":"a\"b\\c''d","written":"","proof":" "}],"delivered":"","verified":""}}]','b0b68d6af7343305908d1e49fd4493fdcaa6a74d4c6deb5d2d36d5067980523f');
INSERT INTO "log" VALUES(21,'2026-11-21T14:47:01.349164Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-33','Use the lever 承诺制审批 for 初步设计审批',NULL,'[{"kind":"lever","key":"commitment jc.s2.item.prelim-design","before":null,"after":{"on":true,"by":"a\"b\\c''d","at":"2026-08-12T10:00:00+08:00"}}]','51fd5e53ad3694429f8308368db4845fa4423be480a74f2c05f95e318f784a90');
INSERT INTO "log" VALUES(22,'2026-11-21T14:47:01.363265Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-34','Ask 政府统一服务协调科',NULL,'[{"kind":"request","key":"jc.sec.coordination","before":null,"after":{"sent":"","by":"𠮷","answered":"2026-01-13","answered_by":"","note":"𠮷"}}]','de4521652844d0eb365be27f7e8a20faf1091614b50cf63ac1a8fc9f284cc74b');
INSERT INTO "log" VALUES(23,'2026-11-21T14:47:01.380192Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-35','Change the dates of 施工',NULL,'[{"kind":"activity","key":"jc.construction","before":{"start":"2026-12-17","finish":"2027-10-29","days":292},"after":{"start":"2026-05-04","finish":"2026-01-20","days":308}}]','220401f8501578218d59810e42b5c3296d54bb33d6e41c2531b359255f6456c4');
INSERT INTO "log" VALUES(24,'2026-11-21T14:47:01.388062Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-37','Change “%s %n”',NULL,'[{"kind":"row","key":"nat.s3.box.item.blank#1","before":{"position":4,"box":"nat.s3.box.item.blank","text":"临时用电申请","by":"项目审批三科","at":"2026-04-28T10:05:00+08:00","limit":3},"after":{"position":4,"box":"nat.s3.box.item.blank","text":"%s %n","by":"项目审批三科","at":"2026-04-28T10:05:00+08:00","limit":3}}]','81b16636f2baf4f617dccab8e4b15c8c8d4fe99aa669ba0b26004148f06ab6d5');
INSERT INTO "log" VALUES(25,'2026-11-21T14:47:01.393145Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-38','Add the case of 质量监督手续',NULL,'[{"kind":"case","key":"c672427","before":null,"after":{"position":23,"item":"nat.s3.item.quality-supervision","segment":"","number":"","mode":1,"level":0,"bureau":"","limit":37,"extension":0,"extension_by":"","extension_reason":"","planned_start":"2027-11-04","events":[],"delivered":"","verified":""}}]','78ca841d6cf0908f9df6550a7593dc4ffb914843991b4b732151f13c793dcdd3');
INSERT INTO "log" VALUES(26,'2026-11-21T14:47:01.403417Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-39','Change 资金来源',NULL,'[{"kind":"fact","key":"funding","before":"企业自筹","after":"0"}]','a9e64962f00b0adaca20e9403226e14f2900aec422562f4a1a73ec6e490163cc');
INSERT INTO "log" VALUES(27,'2026-11-21T14:47:01.411918Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-40','Tick 建设工程档案验收申请表',NULL,'[{"kind":"tick","key":"nat.s4.box.m.archive-form","before":{"on":true,"by":"项目审批三科","at":"2026-04-28T10:10:00+08:00"},"after":{"on":true,"by":"𠮷野家","at":"2026-08-12T10:00:00+08:00"}}]','6c7d3be0578d3e735d9e5d86aa7cfdb8732214421a805eca082978d0d117f163');
INSERT INTO "log" VALUES(28,'2026-11-21T14:47:01.419884Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-41','Acknowledge 超过办理时限 of 用地预审与选址',NULL,'[{"kind":"acknowledgement","key":"over-limit jc.s1.item.land-preview-siting","before":null,"after":{"reason":"{\"kind\":null}","by":"李","at":"2026-08-12T10:00:00+08:00"}}]','fc2e15cea3ff50a38c19ee65c9a17ed3ad06d44af35b57d6352994d18d146b47');
INSERT INTO "log" VALUES(29,'2026-11-21T14:47:01.422515Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-42','Acknowledge 超过办理时限 of 用地预审与选址',28,'[{"kind":"acknowledgement","key":"over-limit jc.s1.item.land-preview-siting","before":{"reason":"{\"kind\":null}","by":"李","at":"2026-08-12T10:00:00+08:00"},"after":null}]','25f168ebb22a57585b7a7e3a775e0be160578e9b757e792a812d6c9560693114');
INSERT INTO "log" VALUES(30,'2026-11-21T14:47:01.434233Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-43','Acknowledge 超过办理时限 of 用地预审与选址',29,'[{"kind":"acknowledgement","key":"over-limit jc.s1.item.land-preview-siting","before":null,"after":{"reason":"{\"kind\":null}","by":"李","at":"2026-08-12T10:00:00+08:00"}}]','31383e46ec129fa7e682916befbf694776981a7b84cefdfb0dd93f628cf1c52d');
INSERT INTO "log" VALUES(31,'2026-11-21T14:47:01.440081Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-44','Change jc.s2.text.fees',NULL,'[{"kind":"text","key":"jc.s2.text.fees","before":"综合办公楼的人防异地建设费由科室核定；厂房是否减免配套费由科室确认。","after":null}]','9ab5610975969de2a3b951dc6d1b7abf590090e73872b228158db497661ad8a6');
INSERT INTO "log" VALUES(32,'2026-11-21T14:47:01.456083Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-46','Change 备注',NULL,'[{"kind":"fact","key":"note","before":"本项目为演示用虚构项目","after":null}]','9e2beeb25cacffb6a37c361e2390f15061d9e52b8cf2668904750377eab5760c');
INSERT INTO "log" VALUES(33,'2026-11-21T14:47:01.468237Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-49','Change 备注',32,'[{"kind":"fact","key":"note","before":null,"after":"本项目为演示用虚构项目"}]','0f754fe49de4bfe62d404021b02c45198a48c6e4df2dfdfbf6e87b75f2b88fd3');
INSERT INTO "log" VALUES(34,'2026-11-21T14:47:01.480051Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-50','Write “2026.3.5” in the ledger',NULL,'[{"kind":"ledger","key":"12","before":null,"after":{"day":"2026-12-20","kind":"；，。","text":"2026.3.5","result":"大同市平城区"}}]','bd164a902294531cee6e883fc50328f76ce94321bfd04fd8836994511b0f961c');
INSERT INTO "log" VALUES(35,'2026-11-21T14:47:01.487887Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-51','Answer “是否为房屋建筑或市政基础设施工程？”',NULL,'[{"kind":"answer","key":"jc.q.building","before":"yes","after":"a\"b\\c''d"}]','d482b2c16a78f5ab119ff99cc709370e5a67fd28d6142748392774cdf4d9ea8d');
INSERT INTO "log" VALUES(36,'2026-11-21T14:47:01.490247Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-52','Answer “是否为房屋建筑或市政基础设施工程？”',35,'[{"kind":"answer","key":"jc.q.building","before":"a\"b\\c''d","after":"yes"}]','aa3ffa74ab11f7967794f2adac5f95b0f8452aab6774164ceeea44eea88895af');
INSERT INTO "log" VALUES(37,'2026-11-21T14:47:01.495813Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-53','Add the case of 施工图审查',NULL,'[{"kind":"case","key":"c939581","before":null,"after":{"position":24,"item":"nat.s3.item.drawing-review","segment":"","number":"","mode":0,"level":0,"bureau":"","limit":11,"extension":0,"extension_by":"","extension_reason":"","planned_start":"2027-02-05","events":[],"delivered":"","verified":""}}]','4e954b016c2af99c51be705583fa66a394754a0ae2650609458cdccfcf98b249');
INSERT INTO "log" VALUES(38,'2026-11-21T14:47:01.508127Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-54','Answer “用地怎样取得？”',NULL,'[{"kind":"answer","key":"jc.q.land","before":"transfer","after":"a\"b\\c''d"}]','52d0d6f3ca5e557ba959c882fc8f3b90d0db8db5f474f5e8a42d445311234744');
INSERT INTO "log" VALUES(39,'2026-11-21T14:47:01.512433Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-55','Type “；，。”',NULL,'[{"kind":"row","key":"jc.s2.box.item.province-blank#1","before":null,"after":{"position":5,"box":"jc.s2.box.item.province-blank","text":"；，。","by":"李","at":"2026-11-21T14:47:01+00:00","limit":-1}}]','7246e2288a5747661caa04b1e6b93db8cea8e343d5cf33614c2ded35adb70bb0');
INSERT INTO "log" VALUES(40,'2026-11-21T14:47:01.526491Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-56','Type “；，。”',39,'[{"kind":"row","key":"jc.s2.box.item.province-blank#1","before":{"position":5,"box":"jc.s2.box.item.province-blank","text":"；，。","by":"李","at":"2026-11-21T14:47:01+00:00","limit":-1},"after":null}]','a92d6f0e512be1906b554d5dd799277f2f9089face6501d9f43ae51192c37de1');
INSERT INTO "log" VALUES(41,'2026-11-21T14:47:01.532156Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-57','Type “%s %n”',NULL,'[{"kind":"row","key":"jc.s2.box.item.county-blank#1","before":null,"after":{"position":5,"box":"jc.s2.box.item.county-blank","text":"%s %n","by":"李","at":"2026-11-21T14:47:01+00:00","limit":-1}}]','54a8b658c8bd16685ca3a11f39dac74703f7185483f2df0c5c67373d6147ebbc');
INSERT INTO "log" VALUES(42,'2026-11-21T14:47:01.548384Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-58','Change 资金来源',NULL,'[{"kind":"fact","key":"funding","before":"0","after":"2026.3.5"}]','b234509a670c296571c6181a84f94d2a550b27b8cb9efc8596c4573dd2c1896f');
INSERT INTO "log" VALUES(43,'2026-11-21T14:47:01.550083Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-59','Change 资金来源',42,'[{"kind":"fact","key":"funding","before":"2026.3.5","after":"0"}]','05160754285882b286b19126659ff187c35832075ae7c5674330c6280c5f1380');
INSERT INTO "log" VALUES(44,'2026-11-21T14:47:01.560292Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-60','Link %s %n → 可研审批',NULL,'[{"kind":"link","key":"jc.s2.box.item.county-blank#1 jc.s1.item.feasibility","before":null,"after":{"by":"王","at":"2026-03-01T08:00:00+08:00","note":"\\\n𠮷a\n同"}}]','e109229b15d627cb6f9f1688df1ae2f3aaa38f743aa5dd17a083228b03886e6f');
INSERT INTO "log" VALUES(45,'2026-11-21T14:47:01.574348Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-61','Link %s %n → 可研审批',44,'[{"kind":"link","key":"jc.s2.box.item.county-blank#1 jc.s1.item.feasibility","before":{"by":"王","at":"2026-03-01T08:00:00+08:00","note":"\\\n𠮷a\n同"},"after":null}]','5826673b71ea0630665152ca5a72dc3291720da9c5905b5b0863333a60160939');
INSERT INTO "log" VALUES(46,'2026-11-21T14:47:01.580220Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-63','Link %s %n → 可研审批',45,'[{"kind":"link","key":"jc.s2.box.item.county-blank#1 jc.s1.item.feasibility","before":null,"after":{"by":"王","at":"2026-03-01T08:00:00+08:00","note":"\\\n𠮷a\n同"}}]','0530344966cca4fa0c8e9f9eed7ce20054712e11fb8487fb466e6e961b6b6760');
INSERT INTO "log" VALUES(47,'2026-11-21T14:47:01.593453Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-64','Write “一…” in the ledger',NULL,'[{"kind":"ledger","key":"13","before":null,"after":{"day":"2026-02-17","kind":"{\"kind\":null}","text":"一\n二\t三","result":"%s %n"}}]','215ce69877febb3eb2e2420405e07679583ceb57a32c85fb6298e570067e508c');
INSERT INTO "log" VALUES(48,'2026-11-21T14:47:01.600177Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-65','Write “一…” in the ledger',47,'[{"kind":"ledger","key":"13","before":{"day":"2026-02-17","kind":"{\"kind\":null}","text":"一\n二\t三","result":"%s %n"},"after":null}]','942572c08fce2077a6e551656d1720d8e4aace3450717980889444d7015d7245');
INSERT INTO "log" VALUES(49,'2026-11-21T14:47:01.603818Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-66','Type “a"b\c''d”',NULL,'[{"kind":"row","key":"jc.s2.box.item.county-blank-right#1","before":null,"after":{"position":6,"box":"jc.s2.box.item.county-blank-right","text":"a\"b\\c''d","by":"李","at":"2026-11-21T14:47:01+00:00","limit":-1}}]','7668ff64547d50c6795c569258deacfdcd8acdce1ab1af64768c7a1c174a76ec');
INSERT INTO "log" VALUES(50,'2026-11-21T14:47:01.620207Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-67','Type “ ”',NULL,'[{"kind":"row","key":"jc.s2.box.item.county-blank#2","before":null,"after":{"position":7,"box":"jc.s2.box.item.county-blank","text":" ","by":"李","at":"2026-11-21T14:47:01+00:00","limit":-1}}]','ef67180b80dca82b107a7eda2c9876708e31d598fc45a84f7d900605c7fd407b');
INSERT INTO "log" VALUES(51,'2026-11-21T14:47:01.628318Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-68','Add the case of 工程规划许可证',NULL,'[{"kind":"case","key":"c223121","before":null,"after":{"position":25,"item":"jc.s2.item.construction-planning-permit","segment":"","number":"","mode":1,"level":0,"bureau":"","limit":1,"extension":0,"extension_by":"","extension_reason":"","planned_start":"2027-04-26","events":[],"delivered":"","verified":""}}]','a0d8f401313d169947c36d8d81a74945ae744038ca4c44238def267f9d0d0574');
INSERT INTO "log" VALUES(52,'2026-11-21T14:47:01.649080Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-69','Change the credit record of the enterprise',NULL,'[{"kind":"credit","key":"","before":null,"after":{"standing":"breach","day":"2026-05-17","note":"a\"b\\c''d","by":""}}]','fb0bce08116924d775ef62f6b2ff1f185059f9847009855ff352963269c8ef73');
INSERT INTO "log" VALUES(53,'2026-11-21T14:47:01.658394Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-71','Change the credit record of the enterprise',52,'[{"kind":"credit","key":"","before":{"standing":"breach","day":"2026-05-17","note":"a\"b\\c''d","by":""},"after":null}]','216907797b81c3632bf29ff1bff71bc7fae4fc798d4dc6c8517ff4bd51856b57');
INSERT INTO "log" VALUES(54,'2026-11-21T14:47:01.664150Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-72','Record the meeting …',NULL,'[{"kind":"meeting","key":"1","before":null,"after":{"day":"2027-01-26","title":"\n\\","place":"","attendance":[{"bureau":"局","presence":"excused","person":"\n\\"}],"opinions":[{"bureau":"局","about":"\n\\","verdict":"disagree","text":"\\"}],"minutes":"\\"}}]','55bf22e26149dd16dc1dd4b9f94b8d9db3300463f76e2e235a99ae04c57d4289');
INSERT INTO "log" VALUES(55,'2026-11-21T14:47:01.680235Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-73','Change the wording of 施工许可阶段',NULL,'[{"kind":"edit","key":"jc.s3 fees","before":null,"after":{"text":"x\n𠮷 晋","by":"\n𠮷 晋","at":"2026-03-01T08:00:00+08:00"}}]','8772e4196e8359be17c098f96a1ddb0f09945bb8971a9f8850c7f1ae0d1bbdff');
INSERT INTO "log" VALUES(56,'2026-11-21T14:47:01.692338Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-76','Change the wording of 施工许可阶段',55,'[{"kind":"edit","key":"jc.s3 fees","before":{"text":"x\n𠮷 晋","by":"\n𠮷 晋","at":"2026-03-01T08:00:00+08:00"},"after":null}]','79faec64bcf2f8ab189372e216e340f8f97c9f474bb74fd73c63b3ab0e4c151c');
INSERT INTO "log" VALUES(57,'2026-11-21T14:47:01.708090Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-77','Link 项目建议书审批 → 市政公用接入',NULL,'[{"kind":"link","key":"jc.s1.item.proposal nat.s4.item.utility-connection","before":null,"after":{"by":"王","at":"2026-03-01T08:00:00+08:00","note":"\"\"𠮷a"}}]','54db56a6c954205c500fffc8d5787084d1f14b7027b221eb41d17fc6931bf195');
INSERT INTO "log" VALUES(58,'2026-11-21T14:47:01.716508Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-78','Change the meeting 同𠮷晋0， ',NULL,'[{"kind":"meeting","key":"1","before":{"day":"2027-01-26","title":"\n\\","place":"","attendance":[{"bureau":"局","presence":"excused","person":"\n\\"}],"opinions":[{"bureau":"局","about":"\n\\","verdict":"disagree","text":"\\"}],"minutes":"\\"},"after":{"day":"2026-10-17","title":"同𠮷晋0， ","place":"","attendance":[{"bureau":"局","presence":"excused","person":"同𠮷晋0， "},{"bureau":"局","presence":"excused","person":"同𠮷晋0， "}],"opinions":[{"bureau":"局","about":"同𠮷晋0， ","verdict":"","text":"同𠮷晋0，"},{"bureau":"局","about":"同𠮷晋0， ","verdict":"","text":"同𠮷晋0，"}],"minutes":"同𠮷晋0，"}}]','759a259baab75b1aecfb0d115ff3fff31e8d48229b4e854eab7d56fd30d0684a');
INSERT INTO "log" VALUES(59,'2026-11-21T14:47:01.732252Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-80','Answer “是否为房屋建筑或市政基础设施工程？”',NULL,'[{"kind":"answer","key":"jc.q.building","before":"yes","after":"0"}]','3054e710bcef1acefc0320f2a801f5d8d7ba9fa00cef4075653092ce371a112d');
INSERT INTO "log" VALUES(60,'2026-11-21T14:47:01.738312Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-81','Answer “是否为房屋建筑或市政基础设施工程？”',59,'[{"kind":"answer","key":"jc.q.building","before":"0","after":"yes"}]','cb0a9669353def5b02b407f5ff4bae5224ab55cb56092af29c54cdae537fb9f1');
INSERT INTO "log" VALUES(61,'2026-11-21T14:47:01.746182Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-82','Answer “是否为房屋建筑或市政基础设施工程？”',60,'[{"kind":"answer","key":"jc.q.building","before":"yes","after":"0"}]','bfb76ded720e5af210859ad46d6580192749e48952eb09fc33e90a82ac299ac8');
INSERT INTO "log" VALUES(62,'2026-11-21T14:47:01.752215Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-83','Change nat.s4.text.special-ste…',NULL,'[{"kind":"text","key":"nat.s4.text.special-steps","before":null,"after":"2026.3.5"}]','7dc26d42218deb7ebf11b815119bc833ae23031f998e753c4612ac5cf34811ca');
INSERT INTO "log" VALUES(63,'2026-11-21T14:47:01.768389Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-84','Change 统一社会信用代码',NULL,'[{"kind":"fact","key":"credit_code","before":"91140500MA0000000P","after":"一 二 三"}]','efe8dec15b6beb396cd07e05e3c3953e4e89f883518a12041f86593cc86a37db');
INSERT INTO "log" VALUES(64,'2026-11-21T14:47:01.776324Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-85','Start the timer 启动文本编制',NULL,'[{"kind":"timer","key":"3","before":null,"after":{"timer":"jc.timer.start-texts","subject":"c1","from":"2025-06-30","due":"2025-10-05","done":"","note":"同，a\"𠮷"}}]','278e5490b41d5e2a8e884fe0fcae03d034f3a5fa43c084107cff4a25fa7eed0c');
INSERT INTO "log" VALUES(65,'2026-11-21T14:47:01.792423Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-86','Type “2026.3.5”',NULL,'[{"kind":"row","key":"jc.s1.box.item.county-blank#2","before":null,"after":{"position":8,"box":"jc.s1.box.item.county-blank","text":"2026.3.5","by":"李","at":"2026-11-21T14:47:01+00:00","limit":-1}}]','9f5933b242b41f82ebb1c7e3d5edfcd4741694b4e0ef28663aae3fa5508f2b5f');
INSERT INTO "log" VALUES(66,'2026-11-21T14:47:01.806280Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-87','Record the paper …',NULL,'[{"kind":"document","key":"0f8fad5b-d9cb-469f-a165-708677289511","before":null,"after":{"form":"scan","subject":"x","title":"\na","state":"scanned","day":"","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"\na","of":"0f8fad5b-d9cb-469f-a165-708677289511","by":"","at":"2026-03-01T08:00:00+08:00","signatures":[{"field":"\na","signer":"虚构","time":"2026-03-01T08:00:00Z","verdict":"\na"}]}}]','1a19ff4ac75312f497ae2cf593c17444684c659a4187c22e2818809c9af9369c');
INSERT INTO "log" VALUES(67,'2026-11-21T14:47:01.812303Z','43d1d355-fe4f-49fd-8001-ce8d118e5b0b','27-88','Change the wording of an entry in the ledger',NULL,'[{"kind":"wording","key":"case c1 3","before":null,"after":{"text":"改","result":"\\晋同\\𠮷a"}}]','49efa63322a447951f0c673be2cfa80e1aeb688cf5a7aace9de4ea40a68bdf76');
CREATE TABLE "materials" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "day"     TEXT NOT NULL,
  "note"    TEXT NOT NULL,
  "by"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
CREATE TABLE "meetings" (
  "project"    INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"        TEXT NOT NULL,
  "day"        TEXT NOT NULL,
  "title"      TEXT NOT NULL,
  "place"      TEXT NOT NULL,
  "attendance" TEXT NOT NULL,
  "opinions"   TEXT NOT NULL,
  "minutes"    TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "meetings" VALUES(1,'1','2026-10-17','同𠮷晋0， ','','[["局","excused","同𠮷晋0， "],["局","excused","同𠮷晋0， "]]','[["局","同𠮷晋0， ","","同𠮷晋0，"],["局","同𠮷晋0， ","","同𠮷晋0，"]]','同𠮷晋0，');
CREATE TABLE "orders" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
CREATE TABLE "projects" (
  "number"       INTEGER NOT NULL PRIMARY KEY,
  "id"           TEXT NOT NULL UNIQUE,
  "version"      INTEGER NOT NULL REFERENCES "log" ("sequence"),
  "pack"         TEXT NOT NULL,
  "pack_version" TEXT NOT NULL,
  "pack_sha256"  TEXT NOT NULL,
  "state"        TEXT NOT NULL
) STRICT;
INSERT INTO "projects" VALUES(1,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',67,'jincheng-2022','2022.1','8970c35a265c9868d45ae9f3ed743b34956c83f12fd222f615a3e3668fb4786c','open');
CREATE TABLE "requests" (
  "project"     INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"         TEXT NOT NULL,
  "sent"        TEXT NOT NULL,
  "by"          TEXT NOT NULL,
  "answered"    TEXT NOT NULL,
  "answered_by" TEXT NOT NULL,
  "note"        TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "requests" VALUES(1,'jc.sec.coordination','','𠮷','2026-01-13','','𠮷');
CREATE TABLE "rows" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"      TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "box"      TEXT NOT NULL,
  "text"     TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  "at"       TEXT NOT NULL,
  "limit"    INTEGER NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "rows" VALUES(1,'jc.s1.box.item.county-blank#1',1,'jc.s1.box.item.county-blank','固定资产投资项目节能审查','项目审批一科','2026-04-27T15:30:00+08:00',10);
INSERT INTO "rows" VALUES(1,'jc.s1.box.oth.blank#1',2,'jc.s1.box.oth.blank','；，。','项目审批二科','2026-04-27T16:06:00+08:00',-1);
INSERT INTO "rows" VALUES(1,'jc.s2.box.rep.blank#1',3,'jc.s2.box.rep.blank','岩土工程勘察报告（原件）','项目审批二科','2026-04-27T16:20:00+08:00',-1);
INSERT INTO "rows" VALUES(1,'nat.s3.box.item.blank#1',4,'nat.s3.box.item.blank','%s %n','项目审批三科','2026-04-28T10:05:00+08:00',3);
INSERT INTO "rows" VALUES(1,'jc.s2.box.item.county-blank#1',5,'jc.s2.box.item.county-blank','%s %n','李','2026-11-21T14:47:01+00:00',-1);
INSERT INTO "rows" VALUES(1,'jc.s2.box.item.county-blank-right#1',6,'jc.s2.box.item.county-blank-right','a"b\c''d','李','2026-11-21T14:47:01+00:00',-1);
INSERT INTO "rows" VALUES(1,'jc.s2.box.item.county-blank#2',7,'jc.s2.box.item.county-blank',' ','李','2026-11-21T14:47:01+00:00',-1);
INSERT INTO "rows" VALUES(1,'jc.s1.box.item.county-blank#2',8,'jc.s1.box.item.county-blank','2026.3.5','李','2026-11-21T14:47:01+00:00',-1);
CREATE TABLE "search" (
  "block" INTEGER NOT NULL PRIMARY KEY,
  "lines" TEXT NOT NULL
) STRICT;
INSERT INTO "search" VALUES(0,'1	虚构太行精工智能零部件工厂项目	虚构太行精工有限公司	2604-140500-89-01-000009	晋城市泽州县虚构产业园一号地	xgtxjgznlbjgcxm	xgtxjgyxgs	jcszzxxgcyyyhd
');
CREATE TABLE "settings" (
  "key"   TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT;
CREATE TABLE "steps" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"      TEXT NOT NULL,
  "day"      TEXT NOT NULL,
  "kind"     TEXT NOT NULL,
  "ground"   TEXT NOT NULL,
  "note"     TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  "document" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
CREATE TABLE "suggestions" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "suggestions" VALUES(1,'','%s %n');
CREATE TABLE "texts" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "texts" VALUES(1,'jc.s1.text.special-steps','节能报告由审勘中心组织专家评审，评审时间不计入办理时限。');
INSERT INTO "texts" VALUES(1,'jc.s1.text.key-points','备案信息须与出让合同的用地面积、容积率一致；项目代码在备案后取得，后续各环节统一使用。');
INSERT INTO "texts" VALUES(1,'jc.s1.text.optimisation','建议节能评审与用地规划许可的材料准备同步进行。');
INSERT INTO "texts" VALUES(1,'jc.s2.text.special-steps','水土保持方案技术评审；环境影响报告表公示。');
INSERT INTO "texts" VALUES(1,'jc.s2.text.key-points','总平面布置图一次定稿，避免规划、环评、水保三套图不一致；办公楼按民用建筑核定人防。');
INSERT INTO "texts" VALUES(1,'jc.s2.text.optimisation','环评、水土保持方案与工程规划许可并联推进；建筑设计方案一次提交、三科共用。');
INSERT INTO "texts" VALUES(1,'nat.s3.text.key-points','取得工程规划许可证后即可同步准备质量、安全监督材料，与施工许可合并办理。');
INSERT INTO "texts" VALUES(1,'nat.s4.text.key-points','竣工前三个月联系测绘单位，联合测绘一次、各科共用。');
INSERT INTO "texts" VALUES(1,'nat.s4.text.special-steps','2026.3.5');
CREATE TABLE "ticks" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "on"      INTEGER NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "ticks" VALUES(1,'jc.s1.box.item.proposal',0,'项目审批一科','2026-04-27T15:24:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.item.feasibility',0,'项目审批一科','2026-04-27T15:24:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.item.filing',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.item.approval',0,'项目审批一科','2026-04-27T15:24:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.app.filing-request',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.app.filing-form-jincheng',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.app.energy-review-request',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.app.construction-registration-form',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.doc.filing-cert',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.land.planning-conditions',1,'项目审批二科','2026-04-27T16:05:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.land.transfer-contract',1,'项目审批二科','2026-04-27T16:05:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.opn.energy-dual-control',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.rep.energy',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.oth.filing-truth-letter',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.oth.credit-commitment',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.oth.energy-truth-commitment',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s1.box.oth.energy-commitment',1,'项目审批一科','2026-04-27T15:20:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.land-use-planning-permit',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.construction-planning-permit',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.infrastructure-fee',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.civil-air-defence',1,'项目审批三科','2026-04-28T09:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.construction-registration',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.water-soil',1,'项目审批四科','2026-04-28T09:36:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.flood-impact',0,'项目审批四科','2026-04-28T09:40:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.eia',1,'项目审批四科','2026-04-28T09:36:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.water-abstraction',0,'项目审批四科','2026-04-28T09:40:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.item.fire-design',0,'项目审批三科','2026-04-28T09:15:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.app.land-use-planning-form',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.app.construction-planning-form',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.app.infrastructure-fee-form',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.app.construction-registration-form',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.app.civil-air-defence-form',1,'项目审批三科','2026-04-28T09:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.app.water-soil-request',1,'项目审批四科','2026-04-28T09:36:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.app.eia-request',1,'项目审批四科','2026-04-28T09:36:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.doc.filing-cert',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.land.planning-conditions',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.land.transfer-contract',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.rep.detailed-plan-architecture',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.rep.architecture',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.rep.water-soil',1,'项目审批四科','2026-04-28T09:36:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.rep.eia',1,'项目审批四科','2026-04-28T09:36:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.fee.infrastructure',1,'项目审批二科','2026-04-27T16:12:00+08:00');
INSERT INTO "ticks" VALUES(1,'jc.s2.box.fee.civil-air-defence-relocation',1,'项目审批三科','2026-04-28T09:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.item.quality-supervision',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.item.safety-supervision',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.item.construction-permit',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.item.utilities',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.quality-form',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.safety-form',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.permit-form',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.safety-measures',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.danger-list',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.site-ready',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.funds-commitment',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.qs-measures',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.five-parties',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.land-approval',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.cpp2',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.contractor',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.drawings-ok',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.fire-ok',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s3.box.m.utility-demand',1,'项目审批三科','2026-04-28T10:02:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.item.joint-application',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.item.planning-verification',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.item.fire-filing',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.item.archive-acceptance',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.item.quality-acceptance',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.item.water-soil-acceptance',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.item.eia-acceptance',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.item.completion-filing',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.joint-form',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.pv-form',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.ff-form',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.archive-form',1,'𠮷野家','2026-08-12T10:00:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.cf-form',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.joint-survey',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.as-built',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.fa-report2',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.cf-report',1,'项目审批三科','2026-04-28T10:10:00+08:00');
INSERT INTO "ticks" VALUES(1,'nat.s4.box.m.cf-warranty',1,'项目审批三科','2026-04-28T10:10:00+08:00');
CREATE TABLE "timers" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "timer"   TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "from"    TEXT NOT NULL,
  "due"     TEXT NOT NULL,
  "done"    TEXT NOT NULL,
  "note"    TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "timers" VALUES(1,'3','jc.timer.start-texts','c1','2025-06-30','2025-10-05','','同，a"𠮷');
CREATE TABLE "undone" (
  "sequence" INTEGER NOT NULL PRIMARY KEY REFERENCES "log" ("sequence"),
  "project"  TEXT NOT NULL,
  "by"       INTEGER NOT NULL REFERENCES "log" ("sequence")
) STRICT;
INSERT INTO "undone" VALUES(2,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',3);
INSERT INTO "undone" VALUES(5,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',6);
INSERT INTO "undone" VALUES(7,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',10);
INSERT INTO "undone" VALUES(8,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',9);
INSERT INTO "undone" VALUES(17,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',18);
INSERT INTO "undone" VALUES(32,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',33);
INSERT INTO "undone" VALUES(35,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',36);
INSERT INTO "undone" VALUES(39,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',40);
INSERT INTO "undone" VALUES(42,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',43);
INSERT INTO "undone" VALUES(47,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',48);
INSERT INTO "undone" VALUES(52,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',53);
INSERT INTO "undone" VALUES(55,'43d1d355-fe4f-49fd-8001-ce8d118e5b0b',56);
CREATE TABLE "wordings" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "text"    TEXT NOT NULL,
  "result"  TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
INSERT INTO "wordings" VALUES(1,'case c1 3','改','\晋同\𠮷a');
CREATE INDEX "log_by_project" ON "log" ("project", "sequence");
CREATE INDEX "undone_by_project" ON "undone" ("project", "by");
CREATE INDEX "projects_by_version" ON "projects" ("version");
CREATE INDEX "digests_by_valid_until" ON "digests" ("valid_until");
CREATE INDEX "digests_by_calendar" ON "digests" ("calendar");
CREATE INDEX "digests_by_initials" ON "digests" ("initials", "project");
CREATE INDEX "digests_by_due" ON "digests" ("next_due", "initials", "project", "state", "base_light",
  "yellow_from", "red_from", "steward", "pack", "stage");
CREATE INDEX "agenda_by_due" ON "agenda" ("due", "project", "position", "kind");
CREATE INDEX "agenda_by_steward" ON "agenda" ("steward", "due", "project", "position", "kind");
CREATE INDEX "durations_by_item" ON "durations" ("item", "bureau", "used");
COMMIT;
